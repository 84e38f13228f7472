import type { Selectable } from 'kysely';
import type { ProgrammeTable } from '../../../schema/tables.ts';
import { formatDate } from '../../kernel/calendar.ts';
import { foldCase, plural } from '../../kernel/text.ts';
import type { ShownSetting } from '../people/history/setting-change.ts';
import { divisionName } from './divisions.ts';
import type { IndicatorDefinition } from './indicator.ts';
import {
  mentorChoiceWords,
  type MentorChoice,
  mentoringModelWords,
  type MentoringModel,
  stages,
  stageWords,
} from './programme.ts';
import { formatQuantity, type Hundredths } from './quantity.ts';
import { type SizeBand, sizeBandWords } from './rule-set.ts';
import type { Signpost } from './signpost.ts';

type Row = Selectable<ProgrammeTable>;

/** What is no setting: whose it is, its address, and what counts saves. */
type NoSetting = 'org_id' | 'id' | 'slug' | 'setup_step' | 'version' | 'created_at';

/** What a programme's settings are beside its own row. */
export interface SettingsBeside {
  funders: readonly { name: string; agreementReference: string; agreedOn: string | null }[];
  area: readonly { code: string; name: string }[];
  targets: readonly { indicator: string; quarter: string; amount: Hundredths }[];
  adoptions: readonly { name: string; version: string; adoptedOn: string }[];
  /** As the rules adopted define them, the latest first. */
  indicators: readonly Pick<IndicatorDefinition, 'code' | 'label' | 'unit'>[];
}

const months = (value: number | null) => (value === null ? '' : plural(value, 'month'));
const days = (value: number) => plural(value, 'day');
const day = (value: string | null) => (value === null ? '' : formatDate(value));
const one = (field: string, text: string): ShownSetting[] => [{ key: field, field, text }];

/** How each column is shown. A column that is added and not named here is a fault that the compiler finds. */
const columns: {
  readonly [C in Exclude<keyof Row, NoSetting>]: (value: Row[C]) => ShownSetting[];
} = {
  name: (value) => one('Name', value),
  about: (value) => one('What it is', value),
  starts_on: (value) => one('First day', day(value)),
  ends_on: (value) => one('Last day', day(value)),
  zone: (value) => one('Time zone', value.replaceAll('_', ' ')),
  currency: (value) => one('Currency', value),
  size_bands: (value) =>
    one('Sizes allowed', value.map((band) => sizeBandWords[band as SizeBand]).join(', ')),
  sic_divisions: (value) => divisionsShown(value),
  remit_description: (value) => one('The remit in words', value),
  trading_at_least_months: (value) => one('Trading for at least', months(value)),
  trading_below_months: (value) => one('Trading for less than', months(value)),
  takes_potential_entrepreneurs: (value) =>
    one('People who do not trade yet can apply too', value ? 'yes' : 'no'),
  business_sales_at_least: (value) =>
    one('Share of sales to other businesses, at least', value === null ? '' : `${value} %`),
  mentoring_model: (value) => one('Mentoring', mentoringModelWords[value as MentoringModel].label),
  mentor_choice: (value) =>
    one('May the firm choose its mentor?', mentorChoiceWords[value as MentorChoice].label),
  cadence: (value) =>
    stages.flatMap((stage) => {
      const every = (value as Readonly<Record<string, number>>)[stage];
      return every === undefined ? [] : one(`Contact every: ${stageWords[stage]}`, days(every));
    }),
  answer_days: (value) => one('To answer an offer', days(value)),
  introduction_days: (value) => one('To an introduction', days(value)),
  decision_days: (value) => one('To a decision on an application', days(value)),
  applications_open: (value) => one('Applications', value ? 'open' : 'paused'),
  pause_words: (value) => one('What the public page says while paused', value),
  pause_until: (value) => one('Applications expected again on', day(value)),
  signposts: (value) => signpostsShown(value as readonly Signpost[]),
  state: (value) => one('State', value),
};

/** All that is set of a programme as its screens show it, so that two moments can be compared. */
export function shownSettings(row: Row, beside: SettingsBeside): ShownSetting[] {
  return [
    ...(Object.keys(columns) as (keyof typeof columns)[]).flatMap((name) => shownColumn(row, name)),
    ...fundersShown(beside.funders),
    ...adoptionShown(beside.adoptions),
    ...beside.area.map(({ code, name }) => ({
      key: `area ${code}`,
      field: `Area: ${name} (${code})`,
      text: 'in the area',
    })),
    ...targetsShown(beside, row.currency),
  ];
}

function shownColumn<C extends keyof typeof columns>(row: Row, name: C): ShownSetting[] {
  return columns[name](row[name]);
}

/** Empty means every activity, so the change from and to it stands in a line of its own. */
function divisionsShown(divisions: readonly string[]): ShownSetting[] {
  return [
    ...one('Activities', divisions.length === 0 ? 'every activity' : 'those named'),
    ...divisions.map((code) => ({
      key: `division ${code}`,
      field: `Activity: ${code} ${divisionName(code)}`,
      text: 'in remit',
    })),
  ];
}

function signpostsShown(signposts: readonly Signpost[]): ShownSetting[] {
  const seen = new Map<string, number>();
  return signposts.map(({ name, about, address }) => {
    const same = (seen.get(name) ?? 0) + 1;
    seen.set(name, same);
    return {
      key: `signpost ${name} ${same}`,
      field: `Other who may help: ${name}`,
      text: [about, address].filter((text) => text !== '').join('; ') || 'named',
    };
  });
}

function fundersShown(funders: SettingsBeside['funders']): ShownSetting[] {
  return funders.map(({ name, agreementReference, agreedOn }) => ({
    key: `funder ${foldCase(name)}`,
    field: `Funder: ${name}`,
    text:
      [
        agreementReference === '' ? '' : `agreement ${agreementReference}`,
        agreedOn === null ? '' : `agreed on ${formatDate(agreedOn)}`,
      ]
        .filter((text) => text !== '')
        .join(', ') || 'named',
  }));
}

function adoptionShown([latest]: SettingsBeside['adoptions']): ShownSetting[] {
  if (latest === undefined) return [];
  const { name, version, adoptedOn } = latest;
  return one('Rule set', `${name}, version ${version}, from ${formatDate(adoptedOn)}`);
}

/** The figure is compared, not its words: other rules may give it another unit. */
function targetsShown({ targets, indicators }: SettingsBeside, currency: string): ShownSetting[] {
  return targets.map(({ indicator: code, quarter, amount }) => {
    const indicator = indicators.find((each) => each.code === code);
    return {
      key: `target ${code} ${quarter}`,
      field: `${code}${indicator ? ` ${indicator.label}` : ''}, ${quarter.replace('-', ' ')}`,
      text: formatQuantity(amount, indicator?.unit ?? 'count', currency),
      is: amount,
    };
  });
}
