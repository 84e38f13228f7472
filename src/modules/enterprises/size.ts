import type { CalendarDate } from '../../kernel/calendar.ts';
import { formatMoney } from '../../kernel/money.ts';
import { type SizeBand, type SizeRules, sizeBandWords } from '../programmes/rule-set.ts';
import { type Standing, shareWords, standingOf } from './ownership.ts';
import { type GroupMember, ownershipGroup, type RelatedParty } from './ownership-group.ts';

/** Yearly figures of one firm, in the currency of the ceilings (convert first, keep the rate). */
export interface SizeFigures {
  /** Annual work units in hundredths: 1,250 is 12.5 full-time people. */
  staffHundredths: number;
  turnoverMinor: number;
  balanceSheetMinor: number;
}

/** A firm on the other end of a holding, with its own relations where they matter. */
export interface RelatedFirm extends RelatedParty {
  name: string;
  figures: SizeFigures | null;
  /** Its figures are already inside the consolidated accounts of the firm it hangs on. */
  consolidated: boolean;
  relations: readonly RelatedFirm[];
}

/** Everybody at work in a year as full-time people, and who of them is no staff. */
export interface StaffCount {
  staffHundredths: number;
  apprenticeHundredths: number;
  leaveHundredths: number;
}

export interface SizeYear {
  yearEnd: CalendarDate;
  figures: SizeFigures | null;
  relations: readonly RelatedFirm[];
  /** What the staff of the enterprise alone was made of, to be shown. */
  staff?: StaffCount;
  /** A new firm without closed accounts gives a good-faith estimate. */
  estimated: boolean;
}

/** One line of the sum as it is shown: whose figures, which share of them, what is added. */
export interface SizeLine {
  name: string;
  standing: 'own' | Standing;
  percent: number;
  added: SizeFigures;
  because: string;
}

export interface SizeOfYear {
  band: SizeBand | null;
  total: SizeFigures;
  lines: SizeLine[];
  missing: string[];
  /** Set when public bodies hold 25 % or more: no SME whatever the figures (article 3(4)). */
  publicControl: string | null;
}

const none: SizeFigures = { staffHundredths: 0, turnoverMinor: 0, balanceSheetMinor: 0 };

/** `1250` → `12.5`. */
export function formatFte(hundredths: number): string {
  return (hundredths / 100).toLocaleString('en-GB', { maximumFractionDigits: 2 });
}

/**
 * Annual work units after 2003/361/EC article 5: employees, owner-managers and working partners, part of a
 * year as its part; without apprentices and students in vocational training, and without maternity and
 * parental leave.
 */
export function annualWorkUnits(staff: StaffCount): number {
  return Math.max(0, staff.staffHundredths - staff.apprenticeHundredths - staff.leaveHundredths);
}

function leftOutWords(staff: StaffCount | undefined): string {
  if (!staff) return '';
  const { apprenticeHundredths: apprentices, leaveHundredths: leave } = staff;
  const words = [
    ...(apprentices > 0 ? [`${formatFte(apprentices)} in vocational training`] : []),
    ...(leave > 0 ? [`${formatFte(leave)} on parental leave`] : []),
  ];
  return words.length === 0 ? '' : `, without ${words.join(' and ')}`;
}

/**
 * The aggregated figures of one year after 2003/361/EC article 6: own figures, all of each linked firm, and
 * by the share held the partners of these with the firms linked to them.
 */
export function sizeOfYear(year: SizeYear, rules: SizeRules): SizeOfYear {
  const lines: SizeLine[] = [];
  const missing: string[] = [];
  if (year.figures === null) {
    missing.push('Staff, turnover and balance sheet of the enterprise');
  } else {
    const source = year.estimated ? 'Own figures, estimated in good faith' : 'Own figures';
    const because = `${source}${leftOutWords(year.staff)}.`;
    lines.push({
      name: 'The enterprise',
      standing: 'own',
      percent: 100,
      added: year.figures,
      because,
    });
  }
  const { members, publicHundredths } = ownershipGroup(year.relations);
  for (const member of members) {
    const line = lineOf(member);
    if (line === null) missing.push(`Staff, turnover and balance sheet of ${member.relation.name}`);
    else lines.push(line);
  }
  const total = lines.reduce((sum, line) => add(sum, line.added), none);
  const publicControl =
    publicHundredths >= 25_00
      ? `Public bodies hold ${publicHundredths / 100} % together, and from 25 % a firm is not an SME.`
      : null;
  const sized = missing.length > 0 ? null : bandOf(total, rules);
  return { band: publicControl === null ? sized : 'large', total, lines, missing, publicControl };
}

/** The band of one year's figures: staff below the ceiling, and turnover or balance sheet within it. */
export function bandOf(figures: SizeFigures, rules: SizeRules): SizeBand {
  for (const ceiling of rules.ceilings) {
    const staff = figures.staffHundredths < ceiling.staffBelow * 100;
    const noMoney = ceiling.turnoverAtMost === null && ceiling.balanceSheetAtMost === null;
    const turnover =
      ceiling.turnoverAtMost !== null && figures.turnoverMinor <= ceiling.turnoverAtMost;
    const balance =
      ceiling.balanceSheetAtMost !== null &&
      figures.balanceSheetMinor <= ceiling.balanceSheetAtMost;
    if (staff && (noMoney || turnover || balance)) return ceiling.band;
  }
  return 'large';
}

/** The total against the ceilings, as one sentence with the figures in it. */
export function sizeSentence(total: SizeFigures, band: SizeBand, rules: SizeRules): string {
  const money = (minor: number) => formatMoney({ minor, currency: rules.currency });
  const sum = `${formatFte(total.staffHundredths)} staff, turnover ${money(total.turnoverMinor)}, balance sheet ${money(total.balanceSheetMinor)}`;
  const ceiling = rules.ceilings.find((each) => each.band === band);
  if (!ceiling) return `${sum}: above every ceiling of an SME.`;
  const limits: string[] = [];
  if (ceiling.turnoverAtMost !== null)
    limits.push(`turnover up to ${money(ceiling.turnoverAtMost)}`);
  if (ceiling.balanceSheetAtMost !== null) {
    limits.push(`balance sheet up to ${money(ceiling.balanceSheetAtMost)}`);
  }
  const also = limits.length > 0 ? ` and ${limits.join(' or ')}` : '';
  return `${sum}: ${sizeBandWords[band]} (below ${ceiling.staffBelow} staff${also}).`;
}

/** One line of the arithmetic in words. */
export function lineSentence(line: SizeLine, rules: SizeRules): string {
  const money = (minor: number) => formatMoney({ minor, currency: rules.currency });
  const { staffHundredths, turnoverMinor, balanceSheetMinor } = line.added;
  return `${line.name}: ${line.because} Adds ${formatFte(staffHundredths)} staff, ${money(turnoverMinor)} turnover, ${money(balanceSheetMinor)} balance sheet.`;
}

/** A member's line of the sum; null when its figures are needed and not known. */
function lineOf(member: GroupMember<RelatedFirm>): SizeLine | null {
  const { relation, standing, shareHundredths } = member;
  const line = { name: relation.name, standing, percent: shareHundredths / 100 };
  if (standing === 'autonomous') return { ...line, added: none, because: shareWords(relation) };
  if (relation.consolidated) {
    return { ...line, added: none, because: 'Already inside the consolidated accounts.' };
  }
  if (relation.figures === null) return null;
  const added = portion(relation.figures, shareHundredths);
  return { ...line, added, because: becauseOf(member) };
}

/** The holding itself where it says why; otherwise through whom the firm came in. */
function becauseOf({ relation, standing, shareHundredths, isIndirect }: GroupMember<RelatedFirm>) {
  const isPlain =
    standingOf(relation) === standing &&
    (standing === 'linked' || (!isIndirect && relation.percent === shareHundredths / 100));
  if (isPlain) return shareWords(relation);
  return standing === 'linked'
    ? 'Linked through or jointly with others, so it counts in full.'
    : `With the firms linked to it a partner, so it counts by ${shareHundredths / 100} %.`;
}

function portion(figures: SizeFigures, hundredths: number): SizeFigures {
  const of = (amount: number) => Math.round((amount * hundredths) / 100_00);
  return {
    staffHundredths: of(figures.staffHundredths),
    turnoverMinor: of(figures.turnoverMinor),
    balanceSheetMinor: of(figures.balanceSheetMinor),
  };
}

function add(a: SizeFigures, b: SizeFigures): SizeFigures {
  return {
    staffHundredths: a.staffHundredths + b.staffHundredths,
    turnoverMinor: a.turnoverMinor + b.turnoverMinor,
    balanceSheetMinor: a.balanceSheetMinor + b.balanceSheetMinor,
  };
}

const rank: Record<SizeBand, number> = { micro: 0, small: 1, medium: 2, large: 3 };

/**
 * The band that counts after several closed years, oldest first: it changes only when the figures lie on
 * the same side of it for `consecutiveYears` years (2003/361/EC article 4(2)). A change of owner counts at once.
 */
export function bandOverYears(
  bands: readonly SizeBand[],
  consecutiveYears: number,
  ownerChangedInLastYear = false,
): SizeBand | null {
  const last = bands.at(-1);
  let status = bands[0];
  if (last === undefined || status === undefined) return null;
  if (ownerChangedInLastYear) return last;
  for (let year = 0; year < bands.length; year += 1) {
    const run = bands.slice(Math.max(0, year - consecutiveYears + 1), year + 1);
    if (run.length < consecutiveYears) continue;
    const current: SizeBand = status;
    const above = run.every((band) => rank[band] > rank[current]);
    const below = run.every((band) => rank[band] < rank[current]);
    if (above) status = run.reduce((a, b) => (rank[b] < rank[a] ? b : a));
    if (below) status = run.reduce((a, b) => (rank[b] > rank[a] ? b : a));
  }
  return status;
}
