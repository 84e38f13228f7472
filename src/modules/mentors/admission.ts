interface Admission {
  state: string;
  inducted_on: string | null;
  code_signed_on: string | null;
}

/** Appointed → inducted after the induction → live once the code is signed too; other states stay. */
export function admitted(mentor: Admission): string {
  if (mentor.state !== 'appointed' && mentor.state !== 'inducted') return mentor.state;
  if (!mentor.inducted_on) return 'appointed';
  return mentor.code_signed_on ? 'live' : 'inducted';
}
