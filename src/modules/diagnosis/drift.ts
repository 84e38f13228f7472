import { type CalendarDate, daysBetween } from '../../kernel/calendar.ts';
import { plural } from '../../kernel/text.ts';
import { type AreaKey, areaKeys, areas } from './areas.ts';

/** The topics of one session since the need was opened. */
export interface TopicObservation {
  on: CalendarDate;
  topics: readonly AreaKey[];
}

export interface Drift {
  drifting: boolean;
  toward: AreaKey | null;
  /** Whole percent; low with few or old sessions. */
  confidence: number;
  explanation: string;
  /** Sessions with topics that it rests on, and what they were about, the most first, in whole percent. */
  sessions: number;
  shares: { area: AreaKey; percent: number }[];
}

/** A session loses half its weight in this many days. */
const halfLifeDays = 30;

/** One session elsewhere is an excursion, not a drift. */
const leastSessions = 2;

/**
 * Whether recent sessions have left the area of the need. Each session spreads its weight evenly over its
 * topics; drifting when the need's own area has under a third and another has at least half.
 */
export function needDrift(
  area: AreaKey,
  observations: readonly TopicObservation[],
  today: CalendarDate,
): Drift {
  const weight = new Map<AreaKey, number>();
  let total = 0;
  let away = 0;
  let sessions = 0;
  for (const { on, topics } of observations) {
    const distinct = [...new Set(topics)];
    if (distinct.length === 0 || on > today) continue;
    const fresh = 0.5 ** (daysBetween(on, today) / halfLifeDays);
    for (const topic of distinct) {
      weight.set(topic, (weight.get(topic) ?? 0) + fresh / distinct.length);
    }
    total += fresh;
    sessions += 1;
    if (!distinct.includes(area)) away += 1;
  }
  if (total === 0) {
    return {
      drifting: false,
      toward: null,
      confidence: 0,
      explanation: 'No session with topics yet.',
      sessions: 0,
      shares: [],
    };
  }
  // Rounded so that the order of the log cannot tip a share over a threshold.
  const shareOf = (key: AreaKey) => Math.round(((weight.get(key) ?? 0) / total) * 1e6) / 1e6;
  const other = areaKeys
    .filter((key) => key !== area)
    .reduce((best, key) => (shareOf(key) > shareOf(best) ? key : best));
  const toward = shareOf(other) > 0 ? other : null;
  const drifting =
    sessions >= leastSessions &&
    away >= leastSessions &&
    shareOf(area) < 1 / 3 &&
    shareOf(other) >= 0.5;
  const margin = Math.abs(shareOf(other) - shareOf(area));
  const confidence = Math.round(100 * margin * (total / (total + 1)));
  const percent = (key: AreaKey) => `${Math.round(shareOf(key) * 100)} %`;
  const basis = `Of ${plural(sessions, 'session')}, the recent ones weighing more, ${percent(area)} were on ${areas[area].label.toLowerCase()}`;
  const rest =
    toward === null ? '.' : ` and ${percent(toward)} on ${areas[toward].label.toLowerCase()}.`;
  const shares = areaKeys
    .map((key) => ({ area: key, percent: Math.round(shareOf(key) * 100) }))
    .filter((each) => each.percent > 0)
    .toSorted((a, b) => b.percent - a.percent);
  return {
    drifting,
    toward: drifting ? toward : null,
    confidence,
    explanation: basis + rest,
    sessions,
    shares,
  };
}
