import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/factories/app.ts';
import { makeSessionDesk } from '../../../test/factories/session-desk.ts';
import { recordAttendance } from './commands/record-attendance.ts';

const app = await createTestApp();
const hour = (day: string, zone = 'Z') => ({
  startsAt: new Date(`${day}T10:00:00${zone}`).toISOString(),
  endsAt: new Date(`${day}T11:00:00${zone}`).toISOString(),
});

test('sessions outside the match or after the firm has left count nothing, also when they stand there', async () => {
  const desk = await makeSessionDesk(app);
  for (const day of ['2026-11-10', '2026-11-11', '2026-11-12']) {
    await desk.confirm(await desk.log(hour(day)));
  }
  expect(await desk.counted()).toBe(180);
  const set = (during: string, closedOn: string | null) =>
    app.database.tenant(desk.world.orgId, async (tx) => {
      await tx.updateTable('match').set({ during }).where('id', '=', desk.match.id).execute();
      await tx
        .updateTable('enrolment')
        .set({ closed_on: closedOn })
        .where('id', '=', desk.enrolmentId)
        .execute();
    });
  await set('[2026-11-11,)', null);
  expect(await desk.counted()).toBe(120);
  await set('[2026-11-11,2026-11-12)', null);
  expect(await desk.counted()).toBe(60);
  await set('[2026-11-09,)', '2026-11-11');
  expect(await desk.counted()).toBe(120);
});

test('no session is logged for a firm after the day on which it left', async () => {
  const desk = await makeSessionDesk(app);
  await app.database.tenant(desk.world.orgId, (tx) =>
    tx
      .updateTable('enrolment')
      .set({ state: 'closed', closed_on: '2026-11-12' })
      .where('id', '=', desk.enrolmentId)
      .execute(),
  );
  await expect(desk.log(hour('2026-11-20'))).rejects.toMatchObject({
    fields: { startsAt: expect.stringContaining('left on 12 November 2026') },
  });
});

const sides = ['attended', 'late', 'no-show', 'excused', 'cancelled-late'] as const;
const side = fc.constantFrom(...sides);
const wasThere = (state: string) => state === 'attended' || state === 'late';

test('what counts is the plain sum of what both sides attended and the firm has confirmed', async () => {
  const story = fc.array(
    fc.record({
      length: fc.constantFrom(30, 60, 90),
      preparation: fc.constantFrom(0, 15, 30),
      travel: fc.constantFrom(0, 20),
      firm: side,
      mentor: side,
      confirms: fc.boolean(),
      later: fc.option(fc.record({ of: fc.constantFrom('firm', 'mentor'), state: side })),
      confirmsAgain: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  );
  await fc.assert(
    fc.asyncProperty(story, async (sessions) => {
      const desk = await makeSessionDesk(app);
      let expected = 0;
      for (const [at, one] of sessions.entries()) {
        const startsAt = `2026-11-1${at}T10:00:00.000Z`;
        const sessionId = await desk.log({
          startsAt,
          endsAt: new Date(Date.parse(startsAt) + one.length * 60_000).toISOString(),
          preparation: one.preparation,
          travel: one.travel,
          enterprise: { attendance: one.firm, reason: 'Said so' },
          mentor: { attendance: one.mentor, reason: 'Said so' },
        });
        let { firm, mentor } = one;
        let isConfirmed = one.confirms;
        if (one.confirms) await desk.confirm(sessionId);
        if (one.later) {
          const { of, state } = one.later;
          const before = of === 'firm' ? firm : mentor;
          await recordAttendance(desk.adviser, {
            sessionId,
            side: of === 'firm' ? { enrolmentId: desk.enrolmentId } : { mentorId: desk.mentorId },
            attendance: state,
            reason: 'Asked both',
          });
          if (of === 'firm') firm = state;
          else mentor = state;
          // An excuse leaves the answer alone; nothing counts for it either way.
          if (before !== state && wasThere(firm) && wasThere(mentor)) isConfirmed = false;
        }
        if (one.confirmsAgain) {
          await desk.confirm(sessionId);
          isConfirmed = true;
        }
        if (isConfirmed && wasThere(firm) && wasThere(mentor)) {
          expected += one.length + one.preparation;
        }
      }
      expect(await desk.counted()).toBe(expected);
    }),
    { numRuns: 12 },
  );
}, 120_000);
