import { InputError } from '../../src/problem.ts';
import {
  filledListAt,
  listAt,
  orElse,
  recordAt,
  refuseTwins,
  textAt,
  wholeAt,
  wordAt,
} from '../read-json.ts';

type Amounts = ReadonlyMap<string, number>;

/** How intensely an enterprise may be supported: what it is worth and takes, in all. */
export interface Level {
  readonly id: string;
  readonly value: number;
  /** Money in minor units. */
  readonly cost: number;
  /** Minutes of mentors, by function. */
  readonly minutes: Amounts;
}

export interface Enterprise {
  readonly id: string;
  readonly tags: readonly string[];
  /** From light to intense; an enterprise without any is not supported further. */
  readonly levels: readonly Level[];
  /** Number of the level promised already, counted from 1; 0 for none. */
  readonly promised: number;
}

/** Money for enterprises with one of the tags, or for anybody when there are none. */
export interface Pot {
  readonly id: string;
  readonly tags: readonly string[];
}

/** Funding that may come. */
export interface Scenario {
  readonly id: string;
  /** How much its value counts: its probability in any unit. */
  readonly weight: number;
  readonly pots: Amounts;
  /** Minutes of mentors there are, by function; a function that is not named has no limit. */
  readonly minutes: Amounts;
}

/** At least so many in a hundred, of the money spent or of the enterprises supported, go to those with the tag. */
export interface Share {
  readonly name: string;
  readonly tag: string;
  readonly percent: number;
  readonly of: 'money' | 'enterprises';
}

export interface Frontier {
  readonly scenario: string;
  readonly pot: string;
  readonly steps: number;
}

export interface PortfolioInput {
  readonly pots: readonly Pot[];
  /** Poorest first. What is given in one is given in every later one too. */
  readonly scenarios: readonly Scenario[];
  readonly enterprises: readonly Enterprise[];
  readonly shares: readonly Share[];
  /** Which pot to try from nothing to twice its amount; null for none. */
  readonly frontier: Frontier | null;
}

/** Every set of pots that some enterprises share makes a row. */
const mostPots = 8;

/** @throws InputError naming the first place that is wrong. */
export function parsePortfolioInput(json: unknown): PortfolioInput {
  const top = recordAt(json, '', ['pots', 'scenarios', 'enterprises', 'shares', 'frontier']);
  const pots = filledListAt(top['pots'], 'pots', potAt);
  if (pots.length > mostPots) throw new InputError('pots', `must be at most ${mostPots}`);
  const known = new Set(pots.map(({ id }) => id));
  const scenarios = filledListAt(top['scenarios'], 'scenarios', (each, at) =>
    scenarioAt(each, at, known),
  );
  const enterprises = filledListAt(top['enterprises'], 'enterprises', enterpriseAt);
  refuseTwins(pots, 'pots');
  refuseTwins(scenarios, 'scenarios');
  refuseTwins(enterprises, 'enterprises');
  return {
    pots,
    scenarios,
    enterprises,
    shares: listAt(top['shares'], 'shares', shareAt),
    frontier: orElse(
      top['frontier'],
      'frontier',
      (each, at) => frontierAt(each, at, { scenarios, pots }),
      null,
    ),
  };
}

/** Which pots may pay for an enterprise, as a set of bits in the order of the pots. */
export function potsFor({ tags }: Enterprise, pots: readonly Pot[]): number {
  return pots.reduce((set, pot, at) => {
    const isOpen = pot.tags.length === 0 || pot.tags.some((tag) => tags.includes(tag));
    return isOpen ? set | (1 << at) : set;
  }, 0);
}

/** Every union of the sets: those sets of pots that may turn out to hold too little. */
export function potSets(open: readonly number[]): number[] {
  const all = new Set(open);
  for (const set of new Set(open)) {
    for (const other of [...all]) all.add(other | set);
  }
  return [...all].sort((a, b) => a - b);
}

function potAt(value: unknown, at: string): Pot {
  const each = recordAt(value, at, ['id', 'tags']);
  return { id: textAt(each['id'], `${at}.id`), tags: listAt(each['tags'], `${at}.tags`, textAt) };
}

function scenarioAt(value: unknown, at: string, known: ReadonlySet<string>): Scenario {
  const each = recordAt(value, at, ['id', 'weight', 'pots', 'minutes']);
  const pots = amountsAt(each['pots'], `${at}.pots`);
  for (const id of pots.keys()) {
    if (!known.has(id)) throw new InputError(`${at}.pots.${id}`, 'is not among the pots');
  }
  return {
    id: textAt(each['id'], `${at}.id`),
    weight: orElse(each['weight'], `${at}.weight`, (v, where) => wholeAt(v, where, 0, 1e6), 1),
    pots,
    minutes: amountsAt(each['minutes'], `${at}.minutes`),
  };
}

function enterpriseAt(value: unknown, at: string): Enterprise {
  const each = recordAt(value, at, ['id', 'tags', 'levels', 'promised']);
  const levels = listAt(each['levels'], `${at}.levels`, levelAt);
  refuseTwins(levels, `${at}.levels`);
  const promised = orElse(each['promised'], `${at}.promised`, textAt, null);
  const index = levels.findIndex(({ id }) => id === promised);
  if (promised !== null && index < 0) {
    throw new InputError(`${at}.promised`, `${promised} is not among the levels`);
  }
  return {
    id: textAt(each['id'], `${at}.id`),
    tags: listAt(each['tags'], `${at}.tags`, textAt),
    levels,
    promised: index + 1,
  };
}

function levelAt(value: unknown, at: string): Level {
  const each = recordAt(value, at, ['id', 'value', 'cost', 'minutes']);
  return {
    id: textAt(each['id'], `${at}.id`),
    value: wholeAt(each['value'], `${at}.value`, 0, 1e6),
    cost: wholeAt(each['cost'], `${at}.cost`, 0, 1e9),
    minutes: amountsAt(each['minutes'], `${at}.minutes`),
  };
}

function shareAt(value: unknown, at: string): Share {
  const each = recordAt(value, at, ['name', 'tag', 'percent', 'of']);
  const tag = textAt(each['tag'], `${at}.tag`);
  return {
    name: orElse(each['name'], `${at}.name`, textAt, tag),
    tag,
    percent: wholeAt(each['percent'], `${at}.percent`, 0, 100),
    of: orElse(
      each['of'],
      `${at}.of`,
      (v, where) => wordAt(v, where, ['money', 'enterprises']),
      'money',
    ),
  };
}

function frontierAt(
  value: unknown,
  at: string,
  { scenarios, pots }: { scenarios: readonly Scenario[]; pots: readonly Pot[] },
): Frontier {
  const each = recordAt(value, at, ['scenario', 'pot', 'steps']);
  return {
    scenario: wordAt(
      each['scenario'],
      `${at}.scenario`,
      scenarios.map(({ id }) => id),
    ),
    pot: wordAt(
      each['pot'],
      `${at}.pot`,
      pots.map(({ id }) => id),
    ),
    steps: orElse(each['steps'], `${at}.steps`, (v, where) => wholeAt(v, where, 1, 100), 20),
  };
}

function amountsAt(value: unknown, at: string): Amounts {
  if (value == null) return new Map();
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new InputError(at, 'must be an object of names and amounts');
  }
  return new Map(
    Object.entries(value).map(([name, amount]) => [
      name,
      wholeAt(amount, `${at}.${name}`, 0, 1e12),
    ]),
  );
}
