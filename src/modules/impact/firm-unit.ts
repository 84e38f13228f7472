/** An enrolment and the marks by which one firm is known however often it was recorded. */
export interface FirmMarks {
  enrolmentId: string;
  enterpriseId: string;
  /** The record that this one was merged into. */
  mergedInto: string | null;
  companyNumber: string | null;
}

/**
 * A key for each enrolment that is the same for all enrolments of one firm: of one record, of records merged
 * into each other, and of records with one company number.
 */
export function firmKeys(firms: readonly FirmMarks[]): Map<string, string> {
  const parents = new Map<string, string>();
  const rootOf = (mark: string): string => {
    let root = mark;
    for (let up = parents.get(root); up !== undefined && up !== root; up = parents.get(root)) {
      root = up;
    }
    return root;
  };
  const join = (one: string, other: string) => {
    const [a, b] = [rootOf(one), rootOf(other)].toSorted();
    if (a !== undefined && b !== undefined && a !== b) parents.set(b, a);
  };
  for (const { enterpriseId, mergedInto, companyNumber } of firms) {
    if (mergedInto !== null) join(`firm ${enterpriseId}`, `firm ${mergedInto}`);
    if (companyNumber !== null) join(`firm ${enterpriseId}`, `number ${companyNumber}`);
  }
  return new Map(firms.map((firm) => [firm.enrolmentId, rootOf(`firm ${firm.enterpriseId}`)]));
}

const ranks = ['verified', 'evidence-complete', 'recorded', 'counted'];

interface Unit {
  enrolmentId: string;
  achievedOn: string;
  state: string;
}

/** One unit a firm: the one that is proved best, of those the earliest; and those left out. */
export function oncePerFirm<U extends Unit>(
  units: readonly U[],
  keys: ReadonlyMap<string, string>,
): { kept: U[]; doubles: U[] } {
  const keyOf = (unit: U) => keys.get(unit.enrolmentId) ?? unit.enrolmentId;
  const inOrder = units.toSorted(
    (a, b) =>
      ranks.indexOf(a.state) - ranks.indexOf(b.state) ||
      a.achievedOn.localeCompare(b.achievedOn) ||
      a.enrolmentId.localeCompare(b.enrolmentId),
  );
  const seen = new Set<string>();
  const doubles: U[] = [];
  const kept = inOrder.filter((unit) => {
    const key = keyOf(unit);
    if (!seen.has(key)) return seen.add(key);
    doubles.push(unit);
    return false;
  });
  return { kept, doubles };
}
