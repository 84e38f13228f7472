import { formatDate } from '../../../kernel/calendar.ts';
import type { programmePaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import type { AdvisedFirm } from '../../../modules/enterprises/advising/reads.ts';
import type { TodayItem } from './today-item.ts';

type Paths = ReturnType<typeof programmePaths>;

/** So many firms stand one by one; a list that was taken in must not hide the rest of Today. */
const shownOneByOne = 8;

/** Firms that nobody advises, for whoever may hand them over; applicants in one row, as the tests name each already. */
export function unadvisedItems(firms: readonly AdvisedFirm[], paths: Paths): TodayItem[] {
  const taken = firms.filter((firm) => firm.state === 'eligible');
  const applicants = firms.filter((firm) => firm.state === 'applied');
  const items = taken.slice(0, shownOneByOne).map((firm): TodayItem => ({
    key: `unadvised/${firm.enrolmentId}`,
    cause: 'nobody',
    enterprise: firm.enterprise,
    href: paths.enrolment(firm.enrolmentId).record,
    why: `Nobody advises this enterprise.${firm.nextContactOn === null ? '' : ` Its next contact is planned for ${formatDate(firm.nextContactOn)}.`}`,
    tag: 'no adviser',
    tone: 'bad',
    verb: 'Hand it over',
    verbHref: `${paths.handOver()}&firm=${firm.enrolmentId}`,
    needs: 'people',
  }));
  const rest = taken.length - items.length;
  if (rest > 0) items.push(together('rest', `${plural(rest, 'more enterprise')}`, taken, paths));
  if (applicants.length > 0) {
    items.push(together('applicants', plural(applicants.length, 'applicant'), applicants, paths));
  }
  return items;
}

function together(
  key: string,
  enterprise: string,
  firms: readonly AdvisedFirm[],
  paths: Paths,
): TodayItem {
  return {
    key: `unadvised/${key}`,
    // Put aside, it comes back with the next firm that nobody advises.
    cause: firms.reduce((last, firm) => (firm.enrolmentId > last ? firm.enrolmentId : last), ''),
    enterprise: `${enterprise} without an adviser`,
    href: `${paths.enterprises}?adviser=none&state=${key === 'applicants' ? 'applied' : 'eligible'}`,
    why: 'Nobody advises them, so what waits for them stands in everybody’s Today.',
    tag: 'no adviser',
    tone: 'warn',
    verb: 'Hand them over',
    verbHref: paths.handOver(),
    needs: 'people',
  };
}
