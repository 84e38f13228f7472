export const allocationStates = ['draft', 'published', 'abandoned'] as const;
export type AllocationState = (typeof allocationStates)[number];

export const allocationStateWords: Record<AllocationState, string> = {
  draft: 'Being worked on',
  published: 'Sent',
  abandoned: 'Given up',
};

/** What a person may change about a proposal. */
export const editKinds = [
  'pin',
  'unpin',
  'bar',
  'unbar',
  'pause',
  'resume',
  'places',
  'set-aside',
  'take-back',
  'loyalty',
] as const;
export type EditKind = (typeof editKinds)[number];

export interface LogEntry {
  number: number;
  kind: EditKind | 'undo' | 'redo';
  needId: string | null;
  mentorId: string | null;
  /** Places more or fewer; for loyalty the points, null when existing matches stay. */
  amount: number | null;
  reason: string;
  madeBy: string | null;
  madeAt: string;
}

export type Edit = LogEntry & { kind: EditKind };

/** What of the log holds now, oldest first, and what was undone, the next to redo last. */
export function editsInForce(log: readonly LogEntry[]): { done: Edit[]; undone: Edit[] } {
  const done: Edit[] = [];
  let undone: Edit[] = [];
  for (const entry of log) {
    if (entry.kind === 'undo') {
      const last = done.pop();
      if (last) undone.push(last);
    } else if (entry.kind === 'redo') {
      const next = undone.pop();
      if (next) done.push(next);
    } else {
      done.push({ ...entry, kind: entry.kind });
      undone = [];
    }
  }
  return { done, undone };
}

/** The edits in force as the solver takes them. */
export interface Wishes {
  /** Need → mentor, as an adviser decided. */
  pins: ReadonlyMap<string, Edit>;
  /** Need → mentor → who does not get it in this run. */
  bars: ReadonlyMap<string, ReadonlyMap<string, Edit>>;
  paused: ReadonlyMap<string, Edit>;
  /** Mentor → places more or fewer than agreed. */
  places: ReadonlyMap<string, number>;
  aside: ReadonlyMap<string, Edit>;
  /** Points by which moving an existing match must be better; null: existing matches stay. */
  loyalty: number | null;
}

/** The last word on each need and mentor; places add up. */
export function wishesOf(edits: readonly Edit[]): Wishes {
  const pins = new Map<string, Edit>();
  const bars = new Map<string, Map<string, Edit>>();
  const paused = new Map<string, Edit>();
  const places = new Map<string, number>();
  const aside = new Map<string, Edit>();
  let loyalty: number | null = null;
  for (const edit of edits) {
    const need = edit.needId ?? '';
    const mentor = edit.mentorId ?? '';
    switch (edit.kind) {
      case 'pin':
        pins.set(need, edit);
        aside.delete(need);
        bars.get(need)?.delete(mentor);
        break;
      case 'unpin':
        pins.delete(need);
        break;
      case 'bar': {
        const own = bars.get(need) ?? new Map<string, Edit>();
        bars.set(need, own.set(mentor, edit));
        if (pins.get(need)?.mentorId === mentor) pins.delete(need);
        break;
      }
      case 'unbar':
        bars.get(need)?.delete(mentor);
        break;
      case 'pause':
        paused.set(mentor, edit);
        break;
      case 'resume':
        paused.delete(mentor);
        break;
      case 'places':
        places.set(mentor, (places.get(mentor) ?? 0) + (edit.amount ?? 0));
        break;
      case 'set-aside':
        aside.set(need, edit);
        pins.delete(need);
        break;
      case 'take-back':
        aside.delete(need);
        break;
      case 'loyalty':
        loyalty = edit.amount;
        break;
    }
  }
  return { pins, bars, paused, places, aside, loyalty };
}

/** The steps of the slider, from "nobody moves" to "as if nobody had met". */
export const loyaltySteps = [null, 2000, 1000, 500, 300, 100, 0] as const;

/** Which subject an edit needs, so that a form cannot leave it out. */
export function subjectOf(kind: EditKind): 'pair' | 'need' | 'mentor' | 'none' {
  switch (kind) {
    case 'pin':
    case 'bar':
    case 'unbar':
      return 'pair';
    case 'unpin':
    case 'set-aside':
    case 'take-back':
      return 'need';
    case 'pause':
    case 'resume':
    case 'places':
      return 'mentor';
    case 'loyalty':
      return 'none';
  }
}

/** Edits against the proposal say why; what takes one back or keeps what is proposed need not. */
export function needsReason(kind: EditKind): boolean {
  return kind === 'bar' || kind === 'set-aside';
}

/** An edit in a sentence. */
export function editWords(
  edit: Pick<LogEntry, 'kind' | 'amount'>,
  names: { need: string; mentor: string },
): string {
  const { need, mentor } = names;
  switch (edit.kind) {
    case 'pin':
      return `${need} goes to ${mentor}`;
    case 'unpin':
      return `${need} is free again`;
    case 'bar':
      return `${need} does not go to ${mentor}`;
    case 'unbar':
      return `${need} may go to ${mentor} again`;
    case 'pause':
      return `${mentor} gets nobody in this run`;
    case 'resume':
      return `${mentor} takes part again`;
    case 'places':
      return (edit.amount ?? 0) > 0
        ? `${mentor} has one place more`
        : `${mentor} has one place fewer`;
    case 'set-aside':
      return `${need} waits on purpose`;
    case 'take-back':
      return `${need} takes part again`;
    case 'loyalty':
      return edit.amount === null
        ? 'Existing matches stay'
        : `Existing matches move for more than ${pointsWords(edit.amount)}`;
    case 'undo':
      return 'One step back';
    case 'redo':
      return 'One step forward again';
  }
}

/** Points of the solver (0 to 10,000) as points of 100, to one place. */
export function pointsWords(points: number): string {
  // Adding nothing makes a minus nought plain.
  const shown = Math.round(points / 10) / 10 + 0;
  return `${shown.toLocaleString('en-GB')} ${Math.abs(shown) === 1 ? 'point' : 'points'}`;
}

/** How much a fit counts by the need's priority, in percent: outside the score, so its explanation stays true. */
const priorityPercent: Record<number, number> = { 1: 80, 2: 100, 3: 125 };

/** What a pair of this total is worth to the programme. */
export function pointsOf(total: number, priority: number): number {
  return Math.round((total * (priorityPercent[priority] ?? 100)) / 100);
}

/**
 * What leaving a need without a mentor costs: more than a perfect fit, so that a need is served wherever a place
 * can be found, and more with each day of waiting up to half a year, so that of two alike the older is served.
 */
export function penaltyOf(priority: number, days: number): number {
  return pointsOf(10_000 + 20 * Math.min(180, Math.max(0, days)), priority);
}

/** Why an edit would change nothing, as a sentence; null when it would. */
export function idleEdit(
  edit: Pick<LogEntry, 'needId' | 'mentorId'> & { kind: EditKind },
  wishes: Wishes,
): string | null {
  const need = edit.needId ?? '';
  const mentor = edit.mentorId ?? '';
  switch (edit.kind) {
    case 'pin':
      return wishes.pins.get(need)?.mentorId === mentor ? 'This pair is decided already.' : null;
    case 'unpin':
      return wishes.pins.has(need) ? null : 'Nobody is decided for this need.';
    case 'bar':
      return wishes.bars.get(need)?.has(mentor) ? 'This pair is kept apart already.' : null;
    case 'unbar':
      return wishes.bars.get(need)?.has(mentor) ? null : 'This pair is not kept apart.';
    case 'pause':
      return wishes.paused.has(mentor) ? 'This mentor is left out already.' : null;
    case 'resume':
      return wishes.paused.has(mentor) ? null : 'This mentor takes part already.';
    case 'set-aside':
      return wishes.aside.has(need) ? 'This need waits already.' : null;
    case 'take-back':
      return wishes.aside.has(need) ? null : 'This need takes part already.';
    case 'places':
    case 'loyalty':
      return null;
  }
}
