import {
  addDays,
  dateInZone,
  daysBetween,
  formatDate,
  type CalendarDate,
} from '../../../kernel/calendar.ts';
import type { programmePaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import type { UndecidedApplicant } from '../../../modules/enterprises/eligibility/reads.ts';
import {
  type EligibilityTest,
  eligibilityTestWords,
} from '../../../modules/enterprises/eligibility/test-result.ts';
import type { WaitingApplication } from '../../../modules/intake/apply/reads.ts';
import type { TodayItem } from './today-item.ts';

type Paths = ReturnType<typeof programmePaths>;

/** Days after which a firm that was told "some working days" begins to wonder. */
const patience = 5;

/** Applications that nobody has answered; they have no adviser yet, so they wait for everybody. */
export function applicantItems(
  lines: readonly WaitingApplication[],
  paths: Paths,
  today: CalendarDate,
  zone: string,
): TodayItem[] {
  return lines.map((line) => {
    const sentOn = dateInZone(line.sentAt, zone);
    const days = daysBetween(sentOn, today);
    const since = days > patience ? `, ${plural(days, 'day')} ago` : '';
    return {
      key: `application/${line.id}`,
      cause: line.sentAt,
      enterprise: line.firm || line.name,
      href: paths.application(line.id),
      why: `${line.name} sent an application on ${formatDate(sentOn)}${since}.${line.isUnproved ? ' Their address is not confirmed yet.' : ''}`,
      tag: days > patience ? 'unanswered' : 'application',
      tone: days > patience ? 'warn' : 'info',
      verb: 'Read it',
      verbHref: paths.application(line.id),
      needs: 'nothing',
    };
  });
}

/** Applicants about whom nobody has decided: their age against the target, what is missing, and the next step. */
export function undecidedItems(
  { first, total }: { first: readonly UndecidedApplicant[]; total: number },
  paths: Paths,
  today: CalendarDate,
  targetDays: number,
  /** Whose rows these are; null for everybody's. */
  adviserId: string | null,
): TodayItem[] {
  const items = first.map((line): TodayItem => {
    const own = paths.enrolment(line.enrolmentId);
    const days = daysBetween(line.appliedOn, today);
    const late = daysBetween(addDays(line.appliedOn, targetDays), today);
    return {
      key: `undecided/${line.enrolmentId}`,
      cause: line.appliedOn,
      enterprise: line.enterprise,
      href: own.record,
      why: `${line.source === 'import' ? 'Taken in from a list' : 'Applied'} ${days === 0 ? 'today' : `${plural(days, 'day')} ago`}, target ${plural(targetDays, 'day')}. ${standing(line)}${line.hasAdviser ? '' : ' No adviser yet.'}`,
      tag: late > 0 ? `to decide, ${plural(late, 'day')} late` : 'to decide',
      tone: late > 0 ? 'bad' : 'info',
      verb: line.overall?.verdict === 'undecided' ? 'Go through the tests' : 'Decide',
      verbHref: own.eligibility,
      needs: 'nothing',
    };
  });
  const rest = total - first.length;
  if (rest <= 0) return items;
  // What is counted is what the list shows: one's own, and those that nobody has yet.
  const whose = adviserId === null ? '' : `&adviser=${adviserId}.none`;
  const href = `${paths.enterprises}?state=applied&sort=applied${whose}`;
  return [
    ...items,
    {
      key: 'undecided/rest',
      cause: `${rest}`,
      enterprise: `${plural(total, 'applicant')} in all`,
      href,
      why: `Nobody has decided about these yet; the ${first.length} that have waited longest are shown one by one.`,
      tag: 'to decide',
      tone: 'info',
      verb: 'See them all',
      verbHref: href,
      needs: 'nothing',
    },
  ];
}

const mostNamed = 3;

function standing({ overall }: UndecidedApplicant): string {
  if (overall === null) return 'No rule set is in force, so nothing can be decided.';
  if (overall.verdict === 'eligible') return 'Every test is met.';
  if (overall.verdict === 'not-eligible') return `Not met: ${overall.refusal[0] ?? ''}`;
  const open = [
    ...overall.missing,
    ...overall.adviser.map((test: EligibilityTest) => `${eligibilityTestWords[test]} (to judge)`),
  ];
  const named = open.slice(0, mostNamed).join('; ');
  const more = open.length - mostNamed;
  return `Missing: ${named}${more > 0 ? `, and ${more} more` : ''}.`;
}
