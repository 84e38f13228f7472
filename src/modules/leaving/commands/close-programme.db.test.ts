import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { newId } from '../../../kernel/ids.ts';
import { makeMatchingDesk } from '../../../../test/factories/matching-desk.ts';
import { makeProgrammeDesk } from '../../../../test/factories/programme-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { hangingOn } from '../reads.ts';
import { closeProgramme } from './close-programme.ts';

const app = await createTestApp();
const reason = 'The last claim is paid';

test('a programme closes in two steps and can be taken back', async () => {
  const { programmeId, ...desk } = await makeProgrammeDesk(app, 'open');
  for (const to of ['closing', 'closed', 'closing', 'open'] as const) {
    await closeProgramme(desk.manager, { programmeId, to, reason });
    expect(await desk.row()).toMatchObject({ state: to, applications_open: to === 'open' });
  }
  const rows = await desk.audited('close-programme');
  expect(rows).toHaveLength(4);
  expect(rows[0]).toMatchObject({ reason, changes: { state: ['open', 'closing'] } });
});

test.each([
  ['draft', 'closing'],
  ['draft', 'open'],
  ['open', 'closed'],
  ['closed', 'open'],
] as const)('a programme that is %s cannot become %s', async (state, to) => {
  const { programmeId, ...desk } = await makeProgrammeDesk(app, state);
  await expect(closeProgramme(desk.manager, { programmeId, to, reason })).rejects.toMatchObject({
    code: 'precondition',
  });
  expect(await desk.row()).toMatchObject({ state });
});

test('whoever was asked reads the words that were shown when the programme closes for good', async () => {
  const desk = await makeMatchingDesk(app);
  const { offerId } = await desk.offer();
  await desk.sent(offerId);
  const manager = await desk.world.ctxAs('manager');
  const programmeId = desk.world.programme.id;
  await closeProgramme(manager, { programmeId, to: 'closing', reason });
  const { letters } = await desk.read((tx) =>
    hangingOn(tx, { programmeId }, { matches: 'refused' }),
  );
  expect(letters).toMatchObject([{ key: `offer/${offerId}` }]);
  await closeProgramme(manager, {
    ...{ programmeId, to: 'closed', reason },
    letters: { [`offer/${offerId}`]: 'The programme is over. Thank you for eight years.' },
  });
  const [letter] = await desk.mails('offer-withdrawn');
  expect(letter?.body).toContain('Thank you for eight years.');
});

test('refuses outsiders and an empty reason', async () => {
  const { programmeId, ...desk } = await makeProgrammeDesk(app, 'open');
  await expectWalls(desk.world, closeProgramme, { programmeId, to: 'closing', reason });
  await expect(
    closeProgramme(desk.manager, { programmeId, to: 'closing', reason: ' ' }),
  ).rejects.toMatchObject({ fields: { reason: 'Say why the programme closes or opens.' } });
});

test('who applied and has no decision is written to once, in the words that were shown', async () => {
  const world = await makeWorld(app);
  const manager = await world.ctxAs('manager');
  const programmeId = world.programme.id;
  const lead = await world.person({ roles: ['participant'] });
  const applied = await world.enrolment({
    enterprise: await world.enterprise({ lead }),
    state: 'applied',
  });
  await world.enrolment({ state: 'eligible' });
  await app.database.tenant(world.orgId, (tx) =>
    tx
      .insertInto('application')
      .values(
        ['rosa@quill.example', 'Rosa@quill.example', lead.email ?? ''].map((email) => ({
          ...{ org_id: world.orgId, id: newId(), programme_id: programmeId, state: 'submitted' },
          ...{
            applicant_name: 'Rosa Quill',
            applicant_email: email,
            submitted_at: app.clock.now(),
          },
        })),
      )
      .execute(),
  );
  await closeProgramme(manager, { programmeId, to: 'closing', reason });
  const letters = () =>
    app.database.read(world.orgId, (tx) =>
      tx
        .selectFrom('mail')
        .select(['to_address', 'body', 'about_id'])
        .where('kind', '=', 'application-closed')
        .orderBy('to_address')
        .execute(),
    );
  expect(await letters()).toEqual([]);
  const text = 'We could not decide in time.';
  await closeProgramme(manager, {
    programmeId,
    to: 'closed',
    reason,
    letters: { applicants: text },
  });
  const sent = await letters();
  expect(new Set(sent.map((one) => one.to_address.toLowerCase()))).toEqual(
    new Set(['rosa@quill.example', lead.email]),
  );
  expect(sent).toHaveLength(2);
  for (const one of sent) expect(one.body).toContain(text);
  expect(sent.some((one) => one.about_id === applied.id)).toBe(true);
});
