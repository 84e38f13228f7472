import { isCalendarDate, formatDate } from '../../kernel/calendar.ts';

/** One entry of the audit log about a programme. */
export interface HistoryEntry {
  seq: number;
  at: string;
  action: string;
  changes: Readonly<Record<string, unknown>>;
  by: string | null;
  reason: string | null;
}

const actionWords: Readonly<Record<string, string>> = {
  'create-programme': 'Programme begun',
  'start-programme': 'Programme opened',
  'close-programme': 'Programme closed or opened',
  'set-programme-dates': 'Name and dates',
  'set-programme-funders': 'Funders',
  'set-programme-area': 'Area',
  'set-programme-remit': 'Remit and size',
  'set-targets': 'Targets',
  'set-mentoring': 'Mentoring and contact',
  'set-applications': 'Applications',
  'set-signposts': 'Others who may help',
  'set-score-weights': 'Weights of the matching score',
  'adopt-rule-set': 'Rules adopted',
};

/** The setting that was changed, in words. */
export function settingOf(action: string): string {
  return actionWords[action] ?? action;
}

type Target = readonly [indicator: string, quarter: string, value: number];

/** What was before and is now, where the entry holds it: days, states, and each target against the profile before. */
export function changesInWords(entry: HistoryEntry, before: readonly Target[] | null): string[] {
  const targets = targetsOf(entry);
  if (targets !== null) return before === null ? [] : targetChanges(before, targets);
  return Object.entries(entry.changes).flatMap(([name, value]) => {
    if (!Array.isArray(value) || value.length !== 2) return [];
    const [from, to] = value.map(valueWords);
    return from === undefined || to === undefined || from === to
      ? []
      : [`${fieldWords[name] ?? name}: ${from} → ${to}`];
  });
}

const fieldWords: Readonly<Record<string, string>> = {
  startsOn: 'first day',
  endsOn: 'last day',
  state: 'state',
  applications: 'applications',
  signposts: 'number named',
};

function valueWords(value: unknown): string | undefined {
  if (value === null) return 'none';
  if (typeof value === 'string') return isCalendarDate(value) ? formatDate(value) : value;
  return typeof value === 'number' ? String(value) : undefined;
}

/** The profile that an entry wrote; null when it wrote none. */
export function targetsOf({ changes }: Pick<HistoryEntry, 'changes'>): readonly Target[] | null {
  const { targets } = changes;
  return Array.isArray(targets) ? (targets as Target[]) : null;
}

function targetChanges(before: readonly Target[], after: readonly Target[]): string[] {
  const key = ([indicator, quarter]: Target) => `${indicator} ${quarter}`;
  const old = new Map(before.map((one) => [key(one), one[2]]));
  const now = new Map(after.map((one) => [key(one), one[2]]));
  return [...new Set([...old.keys(), ...now.keys()])]
    .toSorted()
    .filter((cell) => (old.get(cell) ?? 0) !== (now.get(cell) ?? 0))
    .map((cell) => `${cell.replace('-', ' ')}: ${old.get(cell) ?? 0} → ${now.get(cell) ?? 0}`);
}

/** The history as it is shown, the latest first: each targets' entry is set against the one before it. */
export function historyLines(entries: readonly HistoryEntry[]) {
  return entries.map((entry, at) => ({
    seq: entry.seq,
    at: entry.at,
    what: settingOf(entry.action),
    changes: changesInWords(
      entry,
      entries
        .slice(at + 1)
        .map(targetsOf)
        .find((one) => one !== null) ?? null,
    ),
    by: entry.by ?? 'Espalier',
    reason: entry.reason ?? '',
  }));
}
