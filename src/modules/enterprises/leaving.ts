interface PresentPerson {
  personId: string;
  isLead: boolean;
}

interface Leaving {
  leavingId: string;
  /** Who says so. */
  byId: string | null;
  isStaff: boolean;
  /** Staff have said that they know it. */
  leavesNobody: boolean;
}

/**
 * Why the person cannot be ended now, in words; null when they can. A second person of a firm could otherwise
 * lock its founder out, or leave nobody to whom letters go.
 */
export function leavingProblem(
  present: readonly PresentPerson[],
  { leavingId, byId, isStaff, leavesNobody }: Leaving,
): string | null {
  const isLead = present.some(({ personId, isLead: leads }) => leads && personId === byId);
  if (!isStaff && leavingId !== byId && !isLead) {
    return 'Only the main contact of the enterprise, or the programme, can end somebody else.';
  }
  if (present.some(({ personId }) => personId !== leavingId)) return null;
  if (!isStaff) return 'You are the only contact. Add somebody first, or ask the programme.';
  if (leavesNobody) return null;
  return 'This is the only contact: no letter would reach the enterprise. Add somebody first, or say that nobody is left.';
}

/** The job that follows when somebody has left a firm: what waited for them goes to who speaks for it now. */
export const personLeftFirm = 'pass-on-shortlists';
