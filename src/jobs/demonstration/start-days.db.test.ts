import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/factories/app.ts';
import { addDays, formatDate, instantOf } from '../../kernel/calendar.ts';
import { claimForDemonstration } from '../../modules/people/demonstration/claim.ts';
import { demonstration } from '../../modules/people/demonstration/demonstration.ts';
import type { Tx } from '../../platform/database.ts';
import { firmCast } from './firm-cast.ts';
import { tellStory } from './load-demonstration.ts';

const app = await createTestApp();

/** Days on which a calendar is unlike itself, and the week of the failures that the story once had. */
const days = [
  '2026-11-27',
  '2026-11-28',
  '2026-11-29',
  '2026-11-30',
  '2026-12-07',
  // Christmas, the days between, and the turn of the year.
  '2026-12-24',
  '2026-12-25',
  '2026-12-28',
  '2026-12-31',
  '2027-01-01',
  '2027-01-04',
  // The day before a month of 28 days, its end, and a leap day.
  '2027-01-31',
  '2027-02-28',
  '2028-02-29',
  '2028-03-01',
  // Easter, and a bank holiday of May.
  '2027-03-26',
  '2027-03-29',
  '2027-05-03',
  // Both changes of the clock, each with its neighbours; both are Sundays.
  '2027-03-27',
  '2027-03-28',
  '2027-10-30',
  '2027-10-31',
  '2027-11-01',
  // Ends of the accounting year, of a quarter, and a summer Saturday.
  '2027-03-31',
  '2027-04-01',
  '2027-06-30',
  '2027-07-17',
  '2027-08-30',
  '2027-09-30',
  '2028-12-31',
  '2029-06-01',
  '2030-02-28',
];
const firmsADay = 5;

// Every firm of the cast plays several times over these days, each day at another hour.
test.each(days.map((day, at) => [formatDate(day), day, at] as const))(
  'the story can be told on %s',
  async (_, day, at) => {
    const minute = String((at * 37) % 60).padStart(2, '0');
    const hour = String((at * 7) % 24).padStart(2, '0');
    app.clock.set(instantOf(day, `${hour}:${minute}`, demonstration.zone));
    const org = await claimForDemonstration(app, (await app.clearDemonstration()) ?? '', at);
    const firstFirm = (at * firmsADay) % firmCast.length;
    const size = { mentors: 6, firms: firmsADay, firstFirm, applicants: 5, months: 5 };
    const { cut } = await tellStory(app, org, { size, seed: at });
    expect(cut.map(({ script, refusal }) => `${script}: ${refusal.message}`)).toEqual([]);
    const told = await app.database.read(org.orgId, counted);
    expect(told.matches).toBeGreaterThan(0);
    expect(told.confirmed).toBeGreaterThan(2);
    expect(told.last < addDays(day, 1)).toBe(true);
  },
);

async function counted(tx: Tx) {
  const all = (rows: { id?: string }[]) => rows.length;
  const held = await tx
    .selectFrom('session_enterprise')
    .select('session_id')
    .where('confirmation', '=', 'confirmed')
    .execute();
  const audit = await tx
    .selectFrom('audit')
    .select('at')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return {
    matches: all(await tx.selectFrom('match').select('id').execute()),
    confirmed: held.length,
    last: audit.at,
  };
}
