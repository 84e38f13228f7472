interface Admission {
  state: string;
  inducted_on: string | null;
  code_signed_on: string | null;
}

/** A selected mentor is live once inducted and with the code signed; other states stay as they are. */
export function admitted(mentor: Admission): string {
  if (mentor.state !== 'selected') return mentor.state;
  return mentor.inducted_on && mentor.code_signed_on ? 'live' : 'selected';
}
