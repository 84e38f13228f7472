import { addDays, addMinutes } from '../../kernel/calendar.ts';
import { confirmAsShown } from './confirming.ts';
import { logGroupSession } from '../../modules/sessions/commands/log-group-session.ts';
import type { Company, Firm } from './company.ts';
import type { Script } from './director.ts';
import { unlessRefused } from './refused.ts';

const subjects = [
  ['finance', 'Cash forecast for small firms'],
  ['customers', 'Finding the first ten customers'],
  ['people', 'Hiring without an agency'],
  ['digital', 'Safe on the internet'],
  ['export', 'Selling abroad: terms and customs'],
] as const;

/** A workshop every six weeks or so, with whoever of the supported firms has time. */
export async function* holdWorkshops(company: Company): Script {
  const { stage, staff, programmeId } = company;
  const random = stage.random('workshops');
  yield stage.later(75, '08:00');
  for (let n = 0; ; n += 1) {
    const [area, title] = subjects[n % subjects.length] ?? subjects[0];
    const mentorId = random.pick([...company.mentors.keys()]);
    const slot = stage.book(mentorId, addDays(stage.day(), 1), 120);
    yield addMinutes(slot.endsAt, 30);
    const guests = (await stillSupported(company)).filter(() => random.chance(0.3)).slice(0, 12);
    if (guests.length > 2) {
      const { sessionId } = await logGroupSession(await stage.as(staff.managerId), {
        programmeId,
        mentorIds: [mentorId],
        enterprises: guests.map(({ enrolmentId }) => ({ enrolmentId })),
        ...slot,
        mode: 'in-person',
        place: 'Science Park, room 2',
        topics: [area],
        kinds: ['advice'],
        summary: title,
        isRight: true,
      });
      yield stage.later(1, '12:40');
      for (const { enrolmentId, leadId } of guests) {
        if (random.chance(0.06)) continue;
        const lead = await stage.as(leadId);
        await unlessRefused(confirmAsShown(lead, { sessionId, enrolmentId }));
      }
    }
    yield stage.later(random.between(35, 50), '08:00');
  }
}

async function stillSupported({ stage, supported }: Company): Promise<Firm[]> {
  const open = await stage.read((tx) =>
    tx.selectFrom('enrolment').select('id').where('state', '=', 'eligible').execute(),
  );
  const ids = new Set(open.map((row) => row.id));
  return supported.filter((firm) => ids.has(firm.enrolmentId));
}
