import { addDays, daysBetween } from '../../kernel/calendar.ts';
import { logContact } from '../../modules/diagnosis/commands/log-contact.ts';
import { writePrivateNote } from '../../modules/enterprises/commands/write-private-note.ts';
import { enrolmentById } from '../../modules/enterprises/reads.ts';
import type { Arc } from './arc.ts';
import type { Company, Firm } from './company.ts';
import type { Script } from './director.ts';
import type { Random } from './random.ts';

const achieved = [
  'First customer outside the county',
  'Two offers sent',
  'The trial runs since Monday',
  'New colleague started',
  'The website shows prices now',
  'Moved the accounts to the new system',
  'An order twice the usual size',
  'Nothing much, a month of orders',
];
const planned = [
  'Prepare the talk with the bank',
  'Finish the website',
  'Visit the distributor',
  'Test with the second customer',
  'Review of the figures',
  'Write the job advertisement',
  'Meet the university',
];
const blocking = [
  '',
  '',
  'No time beside the orders',
  'A supplier is late',
  'The quote for the machine is higher than thought',
];
const learned = [
  '',
  'They want to be called in the morning',
  'Considering a second site',
  'A competitor has closed',
];

/** The adviser's calls at the firm's cadence, until the story ends or the firm leaves. */
export async function* keepInTouch(company: Company, firm: Firm, arc: Arc, random: Random): Script {
  const { stage } = company;
  // A third of the calls due in the last days has not been made: somebody has to be rung today.
  const stops = addDays(stage.today, arc === 'silent' ? -110 : random.chance(0.35) ? -12 : 1);
  for (;;) {
    const enrolment = await stage.read((tx) => enrolmentById(tx, firm.enrolmentId));
    if (enrolment.nextContactOn === null || enrolment.state !== 'eligible') return;
    const wait = Math.max(1, daysBetween(stage.day(), enrolment.nextContactOn));
    yield stage.later(
      wait,
      `${random.pick(['09', '10', '11', '14', '15'])}:${random.between(10, 59)}`,
    );
    if (stage.day() >= stops) return;
    const now = await stage.read((tx) => enrolmentById(tx, firm.enrolmentId));
    if (now.state !== 'eligible') return;
    const adviser = await stage.as(firm.adviserId);
    const isReached = random.chance(0.85);
    const left = daysBetween(stage.day(), stage.today);
    await logContact(adviser, {
      enrolmentId: firm.enrolmentId,
      kind: isReached
        ? random.pick(['call', 'call', 'call', 'meeting', 'mail'] as const)
        : 'attempt',
      ...(isReached
        ? {
            withPersonId: firm.leadId,
            achieved: random.pick(achieved),
            planned: random.pick(planned),
            blocking: random.pick(blocking),
            learned: random.pick(learned),
            hasIssueChanged: arc === 'drift' && left < 30,
            changedIssue:
              arc === 'drift' && left < 30
                ? 'The sessions have moved to another subject, which matters more to them'
                : '',
          }
        : {}),
    });
    if (isReached && random.chance(0.06)) {
      await writePrivateNote(adviser, {
        enrolmentId: firm.enrolmentId,
        body: 'The two directors do not agree about the second site. Handle with care.',
      });
    }
  }
}
