import { invalid } from '../../kernel/errors.ts';
import { type FormValues, listOf, numberOf, textOf } from '../../kernel/form-answer.ts';
import { parseMoney } from '../../kernel/money.ts';
import { slugify } from '../../kernel/text.ts';
import { plainWords } from '../../platform/plain-words.ts';
import { type RuleSet, ruleSetSchema } from './rule-set.ts';

/** Empty blocks below those that are filled in; who needs more saves and goes on. */
export const spareIndicators = 3;
export const spareSectors = 2;

export const ceilingBands = ['micro', 'small', 'medium'] as const;

/** The fields of the form are named as the parts of the rule set, so that a message finds its field. */
type Problems = Record<string, string>;

interface Kept<T> {
  rows: T[];
  /** Which row of the form each came from. */
  places: number[];
}

/** The rule set that the form means, based on another; refuses with a message in words at each field that does not fit. */
export function ruleSetOfForm(base: RuleSet, form: FormValues): RuleSet {
  const indicators = indicatorsOf(base, form);
  const sectors = sectorsOf(form);
  const ceilings = ceilingsOf(base, form);
  const read = ruleSetSchema.safeParse(
    {
      ...base,
      version: textOf(form, 'version').trim(),
      name: textOf(form, 'name').trim(),
      effectiveFrom: textOf(form, 'effectiveFrom'),
      sourceLabel: textOf(form, 'sourceLabel').trim(),
      indicators: indicators.rows,
      countedMinutes: listOf(form, 'countedMinutes'),
      groupRule: textOf(form, 'groupRule'),
      newEnterpriseMonths: numberOf(form, 'newEnterpriseMonths'),
      fteWeeklyMinutes: minutesOf(form, 'fteWeeklyMinutes'),
      size: {
        ...base.size,
        source: textOf(form, 'size.source').trim(),
        ceilings: ceilings.rows,
        consecutiveYears: numberOf(form, 'size.consecutiveYears'),
      },
      allowedBands: listOf(form, 'allowedBands'),
      subsidy: subsidyOf(base, form),
      difficultyAfterMonths: numberOf(form, 'difficultyAfterMonths') ?? null,
      excludedSectors: sectors.rows,
      claims: {
        every: textOf(form, 'claims.every'),
        yearStart: textOf(form, 'claims.yearStart'),
      },
      costs: { ...base.costs, ...costsOf(form) },
    },
    { error: plainWords },
  );
  if (read.success) return read.data;
  const places: Record<string, number[]> = {
    indicators: indicators.places,
    excludedSectors: sectors.places,
    'size.ceilings': ceilings.places,
  };
  const problems: Problems = {};
  for (const { path, message } of read.error.issues) {
    const name = fieldOf(path.map(String), places);
    problems[name] ??= namedMessage(name, message, form);
  }
  throw invalid(problems);
}

/** `indicators.2.evidence.0.label` of what was kept → `indicators.4.evidence` of the form. */
function fieldOf(path: readonly string[], places: Readonly<Record<string, number[]>>): string {
  const list = Object.keys(places).find((name) => path.join('.').startsWith(`${name}.`));
  if (list === undefined) return path.join('.') || 'form';
  const depth = list.split('.').length;
  const at = places[list]?.[Number(path[depth])] ?? 0;
  const field = path.slice(depth + 1);
  const known = field[0] === 'threshold' ? field.slice(0, 2) : field.slice(0, 1);
  return [list, String(at), ...known].join('.');
}

/** In a summary of thirty indicators a message has to say which it is about. */
function namedMessage(name: string, message: string, form: FormValues): string {
  const [, row] = /^(indicators\.\d+)\./.exec(name) ?? [];
  if (row === undefined) return message;
  const code = textOf(form, `${row}.code`).trim() || textOf(form, `${row}.label`).trim();
  return code === '' ? message : `${code}: ${message}`;
}

function indicatorsOf(base: RuleSet, form: FormValues): Kept<unknown> {
  const kept: Kept<unknown> = { rows: [], places: [] };
  const most = base.indicators.length + spareIndicators;
  for (let at = 0; at < most; at += 1) {
    const name = (field: string) => `indicators.${at}.${field}`;
    const code = textOf(form, name('code')).trim();
    const label = textOf(form, name('label')).trim();
    if (textOf(form, name('remove')) === 'yes' || `${code}${label}` === '') continue;
    const own = listOf(form, name('countedMinutes'));
    const minutes = minutesOf(form, name('threshold.minutes'));
    const moneyMinor = minorOf(form, name('threshold.moneyMinor'), base.costs.currency);
    kept.places.push(at);
    kept.rows.push({
      code,
      label,
      unit: textOf(form, name('unit')),
      kind: textOf(form, name('kind')),
      threshold: minutes === null && moneyMinor === null ? null : { minutes, moneyMinor },
      subsetOf: textOf(form, name('subsetOf')).trim() || null,
      onlyNewEnterprises: textOf(form, name('onlyNewEnterprises')) === 'yes',
      excludes: wordsOf(textOf(form, name('excludes'))),
      evidence: evidenceOf(base, textOf(form, name('evidence'))),
      countedMinutes: own.length === 0 ? null : own,
    });
  }
  return kept;
}

/** A line for each; what is called as before keeps the key under which documents are filed. */
function evidenceOf(base: RuleSet, text: string) {
  const known = new Map(
    base.indicators.flatMap(({ evidence }) => evidence.map((item) => [item.label, item.key])),
  );
  return linesOf(text).map((label) => ({
    key: known.get(label) ?? slugify(label).slice(0, 40),
    label,
  }));
}

function sectorsOf(form: FormValues): Kept<unknown> {
  const kept: Kept<unknown> = { rows: [], places: [] };
  const most = Object.keys(form).filter((name) =>
    /^excludedSectors\.\d+\.label$/.test(name),
  ).length;
  for (let at = 0; at < most; at += 1) {
    const label = textOf(form, `excludedSectors.${at}.label`).trim();
    const sic = wordsOf(textOf(form, `excludedSectors.${at}.sic`));
    if (label === '' && sic.length === 0) continue;
    const key = textOf(form, `excludedSectors.${at}.key`);
    kept.places.push(at);
    kept.rows.push({ key: key || slugify(label).slice(0, 40), label, sic });
  }
  return kept;
}

/** A size without staff has no ceiling of its own. */
function ceilingsOf(base: RuleSet, form: FormValues): Kept<unknown> {
  const kept: Kept<unknown> = { rows: [], places: [] };
  const { currency } = base.size;
  ceilingBands.forEach((band, at) => {
    const name = (field: string) => `size.ceilings.${at}.${field}`;
    const staffBelow = numberOf(form, name('staffBelow'));
    const turnoverAtMost = minorOf(form, name('turnoverAtMost'), currency);
    const balanceSheetAtMost = minorOf(form, name('balanceSheetAtMost'), currency);
    if (staffBelow === undefined && turnoverAtMost === null && balanceSheetAtMost === null) return;
    kept.places.push(at);
    kept.rows.push({ band, staffBelow, turnoverAtMost, balanceSheetAtMost });
  });
  return kept;
}

function subsidyOf(base: RuleSet, form: FormValues): unknown {
  if (textOf(form, 'hasSubsidy') !== 'yes') return null;
  const label = textOf(form, 'subsidy.label').trim();
  const currency = textOf(form, 'subsidy.currency') || base.costs.currency;
  return {
    ...base.subsidy,
    code: base.subsidy?.code ?? (slugify(label).slice(0, 40) || 'limit'),
    label,
    currency,
    limitMinor: minorOf(form, 'subsidy.limitMinor', currency),
    window: textOf(form, 'subsidy.window'),
    years: numberOf(form, 'subsidy.years'),
  };
}

function costsOf(form: FormValues) {
  const percent = numberOf(form, 'costs.indirectBasisPoints');
  return {
    indirectBasisPoints: percent === undefined ? null : Math.round(percent * 100),
    annualHours: numberOf(form, 'costs.annualHours') ?? null,
    claimableWhen: textOf(form, 'costs.claimableWhen'),
    vat: textOf(form, 'costs.vat'),
  };
}

/** Hours as typed in minutes; null for an empty field. */
function minutesOf(form: FormValues, name: string): number | null {
  const hours = numberOf(form, name);
  return hours === undefined ? null : Math.round(hours * 60);
}

/** An amount as typed in minor units; null for an empty field, no number for what is no amount. */
function minorOf(form: FormValues, name: string, currency: string): number | null {
  const text = textOf(form, name).trim();
  return text === '' ? null : (parseMoney(text, currency) ?? Number.NaN);
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const wordsOf = (text: string) => text.split(/[\s,;]+/).filter((word) => word !== '');
