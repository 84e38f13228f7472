import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeSessionDesk } from '../../../../test/factories/session-desk.ts';
import { meetingsOfMatches } from './reads.ts';
import { silenceOf } from './rhythm.ts';

const app = await createTestApp();

test('only what both sides came to is a meeting, on the day of the zone of the programme', async () => {
  const desk = await makeSessionDesk(app, { from: '2026-06-01' });
  const wish = { programmeId: desk.world.programme.id, zone: 'Europe/London' };
  const line = async () => (await desk.read((tx) => meetingsOfMatches(tx, wish)))[0];
  expect(await line()).toMatchObject({ introducedOn: '2026-06-01', metOn: [], nextOn: null });
  // Half past midnight on 2 July in London.
  await desk.log({ startsAt: '2026-07-01T23:30:00.000Z', endsAt: '2026-07-02T00:30:00.000Z' });
  await desk.log({
    startsAt: '2026-07-20T09:00:00.000Z',
    endsAt: '2026-07-20T10:00:00.000Z',
    enterprise: { attendance: 'no-show', reason: 'Nobody came.' },
  });
  const met = await line();
  expect(met).toMatchObject({ matchId: desk.match.id, metOn: ['2026-07-02'] });
  const silenceOn = (today: string) => met && silenceOf(met, today);
  expect(silenceOn('2026-08-27')).toBeNull();
  expect(silenceOn('2026-08-28')).toMatchObject({ since: '2026-07-02', days: 57, rhythm: 28 });
});
