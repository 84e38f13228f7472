import {
  filledListAt,
  levelsAt,
  listAt,
  numberAt,
  orElse,
  recordAt,
  refuseTwins,
  textAt,
  wholeAt,
  wordAt,
} from '../read-json.ts';
import { InputError } from '../../src/problem.ts';

type Levels = ReadonlyMap<string, number>;

export interface Applicant {
  readonly id: string;
  /** Of the interview, 0 to 100. */
  readonly score: number;
  /** Needs that the applicant would take on. */
  readonly places: number;
  /** What a seat for the applicant costs, in the unit of the budget. */
  readonly cost: number;
  readonly functions: Levels;
  readonly sectors: Levels;
  readonly styles: Levels;
  readonly tags: readonly string[];
  readonly decided: 'in' | 'out' | null;
}

/** Forecast needs of one kind. Without a style any will do. */
export interface Cell {
  readonly function: string;
  readonly sector: string;
  readonly style: string | null;
  readonly needs: number;
}

/** How many of the panel must, or may at most, be of a kind. */
export interface Quota {
  readonly name: string;
  readonly by: 'tag' | 'function' | 'sector' | 'style';
  readonly of: string;
  /** Least level of the function, sector or style that counts. */
  readonly level: number;
  readonly min: number;
  readonly max: number;
}

export interface PanelInput {
  /** At most so many are chosen. */
  readonly seats: number;
  readonly applicants: readonly Applicant[];
  readonly demand: readonly Cell[];
  readonly quotas: readonly Quota[];
  readonly minimumScore: number;
  readonly budget: number | null;
  /** 0 looks at the scores of the chosen only, 100 at the needs they cover only. */
  readonly coverage: number;
  /** Forecasts that are tried beside the one given. */
  readonly resamples: number;
  /** Spread of a function's demand around the forecast, as a share: 0.3 is a third more or less. */
  readonly uncertainty: number;
  readonly salt: string;
}

/** @throws InputError naming the first place that is wrong. */
export function parsePanelInput(json: unknown): PanelInput {
  const top = recordAt(json, '', [
    'seats',
    'applicants',
    'demand',
    'quotas',
    'minimumScore',
    'budget',
    'coverage',
    'resamples',
    'uncertainty',
    'salt',
  ]);
  const seats = wholeAt(top['seats'], 'seats', 1, 10_000);
  const applicants = filledListAt(top['applicants'], 'applicants', applicantAt);
  refuseTwins(applicants, 'applicants');
  return {
    seats,
    applicants,
    demand: filledListAt(top['demand'], 'demand', cellAt),
    quotas: listAt(top['quotas'], 'quotas', (each, at) => quotaAt(each, at, seats)),
    minimumScore: orElse(top['minimumScore'], 'minimumScore', (v, at) => wholeAt(v, at, 0, 100), 0),
    budget: orElse(top['budget'], 'budget', (v, at) => wholeAt(v, at, 0, 1e12), null),
    coverage: orElse(top['coverage'], 'coverage', (v, at) => wholeAt(v, at, 0, 100), 70),
    resamples: orElse(top['resamples'], 'resamples', (v, at) => wholeAt(v, at, 0, 200), 20),
    uncertainty: orElse(top['uncertainty'], 'uncertainty', (v, at) => numberAt(v, at, 0, 2), 0.3),
    salt: orElse(top['salt'], 'salt', textAt, ''),
  };
}

/** How well an applicant serves a kind of need, 0 to 100: the product of the levels. */
export function fitOf(applicant: Applicant, cell: Cell): number {
  const style = cell.style === null ? 100 : (applicant.styles.get(cell.style) ?? 0);
  const level = (applicant.functions.get(cell.function) ?? 0) * style;
  return Math.round((level * (applicant.sectors.get(cell.sector) ?? 0)) / 10_000);
}

export function countsFor(applicant: Applicant, quota: Quota): boolean {
  if (quota.by === 'tag') return applicant.tags.includes(quota.of);
  const levels = {
    function: applicant.functions,
    sector: applicant.sectors,
    style: applicant.styles,
  }[quota.by];
  return (levels.get(quota.of) ?? 0) >= quota.level;
}

/** Whether the applicant may be chosen at all. Somebody decided "in" is in whatever the score. */
export function mayBeChosen(applicant: Applicant, input: PanelInput): boolean {
  if (applicant.decided !== null) return applicant.decided === 'in';
  return applicant.score >= input.minimumScore;
}

/** What one point of fit of a served need, and one point of score of a member, are worth: whole numbers. */
export function weightsOf(input: PanelInput): { fit: number; score: number } {
  const needs = input.demand.reduce((sum, cell) => sum + cell.needs, 0);
  return { fit: input.coverage * input.seats, score: (100 - input.coverage) * Math.max(1, needs) };
}

function applicantAt(value: unknown, at: string): Applicant {
  const each = recordAt(value, at, [
    'id',
    'score',
    'places',
    'cost',
    'functions',
    'sectors',
    'styles',
    'tags',
    'decided',
  ]);
  return {
    id: textAt(each['id'], `${at}.id`),
    score: wholeAt(each['score'], `${at}.score`, 0, 100),
    places: wholeAt(each['places'], `${at}.places`, 0, 1000),
    cost: orElse(each['cost'], `${at}.cost`, (v, where) => wholeAt(v, where, 0, 1e9), 0),
    functions: levelsAt(each['functions'], `${at}.functions`),
    sectors: levelsAt(each['sectors'], `${at}.sectors`),
    styles: levelsAt(each['styles'], `${at}.styles`),
    tags: listAt(each['tags'], `${at}.tags`, textAt),
    decided: orElse(
      each['decided'],
      `${at}.decided`,
      (v, where) => wordAt(v, where, ['in', 'out']),
      null,
    ),
  };
}

function cellAt(value: unknown, at: string): Cell {
  const each = recordAt(value, at, ['function', 'sector', 'style', 'needs']);
  return {
    function: textAt(each['function'], `${at}.function`),
    sector: textAt(each['sector'], `${at}.sector`),
    style: orElse(each['style'], `${at}.style`, textAt, null),
    needs: wholeAt(each['needs'], `${at}.needs`, 0, 100_000),
  };
}

function quotaAt(value: unknown, at: string, seats: number): Quota {
  const each = recordAt(value, at, [
    'name',
    'tag',
    'function',
    'sector',
    'style',
    'level',
    'min',
    'max',
  ]);
  const by = (['tag', 'function', 'sector', 'style'] as const).filter((key) => each[key] != null);
  const [kind] = by;
  if (kind === undefined || by.length > 1) {
    throw new InputError(at, 'needs exactly one of tag, function, sector, style');
  }
  const of = textAt(each[kind], `${at}.${kind}`);
  return {
    name: orElse(each['name'], `${at}.name`, textAt, of),
    by: kind,
    of,
    level: orElse(each['level'], `${at}.level`, (v, where) => wholeAt(v, where, 1, 100), 1),
    min: orElse(each['min'], `${at}.min`, (v, where) => wholeAt(v, where, 0), 0),
    max: orElse(each['max'], `${at}.max`, (v, where) => wholeAt(v, where, 0), seats),
  };
}
