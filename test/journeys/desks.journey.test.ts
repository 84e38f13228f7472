import { expect, test } from 'vitest';
import { newId } from '../../src/kernel/ids.ts';
import { orgPaths } from '../../src/kernel/paths.ts';
import { recordMeasure } from '../../src/modules/enterprises/commands/record-measure.ts';
import { recordOutput } from '../../src/modules/impact/commands/record-output.ts';
import { confirmSession } from '../../src/modules/sessions/commands/confirm-session.ts';
import { makeWorld, type World } from '../factories/world.ts';
import { firm, look, met, pathsOf, press } from './desk-world.ts';
import { openAs } from './member.ts';
import { startSite } from './site.ts';

const site = await startSite({ now: '2026-11-24T10:00:00.000Z' });

test('Today says that nothing waits when nothing does', async () => {
  const world = await makeWorld(site.app);
  const adviser = await world.person({ roles: ['adviser'] });
  const page = await openAs(site, world, adviser);
  await page.getByRole('heading', { name: 'Nothing waits for you' }).waitFor();
  expect(new URL(page.url()).pathname).toBe(pathsOf(world).today);
  await look(page, 'today-empty');
});

test('Today names whom to ring in three bands, each with the rule and one verb', async () => {
  const world = await makeWorld(site.app);
  const adviser = await world.person({ name: 'Asha Patel', roles: ['adviser'] });
  const overdue = await firm(world, 'Alder Bearings Ltd', {
    adviser,
    lastContactOn: '2026-10-20',
    nextContactOn: '2026-11-17',
  });
  await firm(world, 'Birch Bakery Ltd', { nextContactOn: '2026-11-24' });
  await firm(world, 'Cedar Software Ltd', { appliedOn: '2026-02-02', lastContactOn: '2026-05-05' });
  await met(world, await firm(world, 'Dogwood Prints Ltd'), { topics: ['people'] });
  await met(world, await firm(world, 'Elder Care at Home Ltd'), { attendance: 'no-show' });
  await world.need({ enrolment: await firm(world, 'Fir Tree Joinery'), openedOn: '2026-09-01' });
  const asked = await world.need({ enrolment: await firm(world, 'Gorse Analytics Ltd') });
  const mentor = await world.mentor();
  await site.app.database.tenant(world.orgId, async (tx) => {
    await tx
      .insertInto('offer')
      .values({
        org_id: world.orgId,
        id: newId(),
        need_id: asked.id,
        mentor_id: mentor.id,
        role: 'lead',
        offered_at: '2026-11-20T09:00:00.000Z',
        answer_by: '2026-11-24T17:00:00.000Z',
      })
      .execute();
  });
  const page = await openAs(site, world, adviser);
  await page.goto(pathsOf(world).today);
  await page.getByRole('link', { name: 'Alder Bearings Ltd', exact: true }).waitFor();
  expect(await page.getByText('Birch Bakery Ltd').count()).toBe(0);
  await page.getByRole('link', { name: 'All', exact: true }).click();
  await page.waitForURL((url) => url.searchParams.get('of') === 'all');
  for (const rule of [
    /A contact was due 7 days ago/,
    /A contact is due today/,
    /has not answered an offer/,
    /No contact and no session for/,
    /matched for finance/,
    /missed the last two appointments/,
    /no mentor introduced/,
  ]) {
    await page.getByText(rule).first().waitFor();
  }
  await look(page, 'today');
  await page.getByRole('link', { name: 'Mine' }).click();
  await page.getByText('Birch Bakery Ltd').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Log a contact for Alder Bearings Ltd' }).click();
  await page.waitForURL((url) => url.pathname === pathsOf(world).enrolment(overdue.id).contact);
});

test('every number of the programme opens the list behind it', async () => {
  const world = await makeWorld(site.app, { startsOn: '2026-01-01', endsOn: '2027-12-31' });
  const manager = await world.person({ roles: ['manager'] });
  const page = await openAs(site, world, manager);
  await page.goto(pathsOf(world).desk);
  await page.getByText('now bring people in').waitFor();
  await look(page, 'programme-empty');

  const enrolment = await firm(world, 'Alder Bearings Ltd');
  const { sessions } = await met(world, enrolment);
  const lead = await world.ctxFor({ id: enrolment.enterprise.lead?.id ?? '' });
  for (const sessionId of sessions) {
    await confirmSession(lead, { sessionId, enrolmentId: enrolment.id, version: 1 });
  }
  await world.need({ enrolment: await firm(world, 'Birch Bakery Ltd'), area: 'export' });
  await site.app.database.tenant(world.orgId, async (tx) => {
    for (const [quarter, value] of [
      ['2026-Q2', 10],
      ['2026-Q3', 15],
      ['2027-Q1', 20],
    ] as const) {
      await tx
        .insertInto('target')
        .values({
          org_id: world.orgId,
          programme_id: world.programme.id,
          indicator: 'C1',
          quarter,
          value,
        })
        .execute();
    }
  });
  await page.reload();
  await page.getByText('25 behind').waitFor();
  await look(page, 'programme');
  await page
    .getByRole('table', { name: 'Outputs against profile' })
    .getByText('1')
    .last()
    .waitFor();
  await page.goto(`${pathsOf(world).indicator('C1')}#on-the-way`);
  await page.getByText('2 h of 12 h').waitFor();
  await look(page, 'indicator');
  await page.goto(pathsOf(world).indicator('C26'));
  await page.getByText('Nothing counts yet').waitFor();
  await look(page, 'indicator-empty');
});

test('an adviser records an output, a second person verifies it, the client is quoted', async () => {
  const world = await makeWorld(site.app);
  const enrolment = await firm(world, 'Alder Bearings Ltd');
  const impact = pathsOf(world).enrolment(enrolment.id).impact;
  const page = await openAs(site, world, await world.person({ roles: ['adviser'] }));
  await page.goto(pathsOf(world).impact);
  await page.getByText('No later figure yet').waitFor();
  await look(page, 'impact-empty');
  await page.goto(impact);
  await look(page, 'enterprise-impact-empty');
  await page.getByText('Record an output').first().click();
  await press(page, 'Record');
  await page.getByRole('link', { name: 'Choose an indicator.' }).waitFor();
  await page.getByLabel('Indicator').selectOption({ value: 'C8' });
  await page.getByLabel('How much').fill('1.5');
  await page.getByLabel('Since').fill('2026-11-02');
  await page.getByLabel(/What proves it/).fill('Payroll of October and November.');
  await look(page, 'enterprise-impact-form');
  await press(page, 'Record');
  await page.getByText('The output is recorded. Another person verifies it.').waitFor();
  expect(await page.getByRole('button', { name: 'Verify' }).count()).toBe(0);
  await page.getByText('Add what they said').first().click();
  await page.getByLabel('What they said, word for word').fill('We now know what an hour costs.');
  await page.getByLabel('Who said it').selectOption({ index: 1 });
  await press(page, 'Keep');
  await page.getByText('We now know what an hour costs.').waitFor();

  const verifier = await openAs(site, world, await world.person({ roles: ['verifier'] }));
  await verifier.goto(impact);
  await look(verifier, 'enterprise-impact-verify');
  await press(verifier, 'Verify');
  await verifier.getByText('The output is verified.').waitFor();
  await verifier.goto(pathsOf(world).indicator('C8'));
  await verifier.getByText('verified', { exact: true }).waitFor();
  await verifier.goto(pathsOf(world).impact);
  await verifier.getByText('We now know what an hour costs.').waitFor();
  await look(verifier, 'impact');
});

test('the ledger sets the latest figures of a firm against its frozen baseline', async () => {
  const world = await makeWorld(site.app);
  const { id: enrolmentId } = await firm(world, 'Alder Bearings Ltd');
  const person = await world.person({ roles: ['adviser'] });
  const adviser = await world.ctxFor(person);
  await site.app.database.tenant(world.orgId, async (tx) => {
    await tx
      .insertInto('baseline')
      .values({
        org_id: world.orgId,
        enrolment_id: enrolmentId,
        figures: JSON.stringify([
          { kind: 'turnover', amount: 240_000_00, currency: 'GBP', yearEndsOn: '2025-03-31' },
          { kind: 'staff', amount: 3_50, currency: null, yearEndsOn: '2025-03-31' },
        ]),
        frozen_at: '2026-01-19T10:00:00.000Z',
      })
      .execute();
  });
  const later = { enrolmentId, yearEndsOn: '2026-03-31', source: 'accounts' as const };
  const attribution = 'The new prices, which our mentor made us write down.';
  await recordMeasure(adviser, {
    ...later,
    kind: 'turnover',
    amount: 310_000_00,
    currency: 'GBP',
    attribution,
  });
  await recordMeasure(adviser, { ...later, kind: 'staff', amount: 4_00, currency: null });
  const page = await openAs(site, world, person);
  await page.goto(pathsOf(world).impact);
  await page.getByText(attribution).waitFor();
  await page.getByText('£70,000').waitFor();
  await look(page, 'impact-figures');
});

test('each role starts on its own first screen', async () => {
  const world = await makeWorld(site.app);
  const paths = pathsOf(world);
  const start = async (role: Parameters<World['ctxAs']>[0]) => {
    const page = await openAs(site, world, await world.person({ roles: [role] }));
    await page.goto(orgPaths(world.org.slug).home);
    return new URL(page.url()).pathname;
  };
  expect(await start('adviser')).toBe(paths.today);
  expect(await start('manager')).toBe(paths.desk);
  expect(await start('verifier')).toBe(paths.verify);
  expect(await start('finance')).toBe(paths.mentorHours);
  expect(await start('auditor')).toBe(paths.desk);
  const partner = await openAs(site, world, await world.person({ roles: ['partner'] }));
  await partner.getByRole('heading', { name: 'Whom to ring' }).waitFor();
  await partner.getByRole('heading', { name: 'What will come' }).waitFor();
  await look(partner, 'home-partner');
});

test('a verifier works through what waits, the riskiest first, and is led to the next', async () => {
  const world = await makeWorld(site.app);
  const paths = pathsOf(world);
  const recorder = await world.ctxAs('adviser');
  for (const [name, statement, achievedOn] of [
    ['Alder Bearings Ltd', 'Payroll of October', '2026-11-02'],
    ['Birch Bakery Ltd', '', '2026-06-02'],
  ] as const) {
    const enrolment = await firm(world, name);
    await recordOutput(recorder, {
      ...{ enrolmentId: enrolment.id, indicator: 'C8', value: 1, achievedOn, statement },
    });
  }
  const page = await openAs(site, world, await world.person({ roles: ['verifier'] }));
  await page.getByRole('heading', { name: '2 items to look at' }).waitFor();
  const first = page.locator('tbody tr').first();
  expect(await first.textContent()).toContain('Birch Bakery Ltd');
  expect(await first.textContent()).toContain('nothing proves it yet');
  await look(page, 'verify');
  await first.getByRole('link', { name: /^Look and verify/ }).click();
  await press(page, 'Verify');
  await page.getByRole('heading', { name: '1 item to look at' }).waitFor();
  expect(new URL(page.url()).pathname).toBe(paths.verify);
  await page.getByRole('link', { name: /^Look and verify/ }).click();
  await press(page, 'Verify');
  await page.getByRole('heading', { name: 'Nothing waits for you' }).waitFor();
  expect(await page.getByText('Import').count()).toBe(0);
  await look(page, 'verify-empty');
});

test('finance sees which hours of mentors can be paid and what stands against the others', async () => {
  const world = await makeWorld(site.app);
  const enrolment = await firm(world, 'Alder Bearings Ltd');
  const { sessions } = await met(world, enrolment);
  await met(world, await firm(world, 'Birch Bakery Ltd'), { attendance: 'no-show' });
  const lead = await world.ctxFor({ id: enrolment.enterprise.lead?.id ?? '' });
  const sessionId = sessions[0] ?? '';
  await confirmSession(lead, { sessionId, enrolmentId: enrolment.id, version: 1 });
  const page = await openAs(site, world, await world.person({ roles: ['finance'] }));
  await page.getByRole('heading', { name: 'Mentors’ hours in November 2026' }).waitFor();
  await page.getByText('Waits for Alder Bearings Ltd to confirm.').waitFor();
  expect(await page.getByText('your agreement says whether a missed').count()).toBe(2);
  await look(page, 'mentor-hours');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^mentor-hours-.*-2026-11\.csv$/);
  await page.getByLabel('Month').selectOption('2026-10');
  await press(page, 'Show');
  await page.getByRole('heading', { name: 'No session in this month' }).waitFor();
  await look(page, 'mentor-hours-empty');
});

test('an administrator sees which roles end, which letters were refused and who has no second factor', async () => {
  const world = await makeWorld(site.app);
  const admin = await world.person({ roles: ['admin'] });
  const auditor = await world.person({ name: 'Helen Sykes', roles: ['auditor'] });
  await site.app.database.tenant(world.orgId, async (tx) => {
    await tx
      .updateTable('role_grant')
      .set({ expires_at: '2026-12-12T00:00:00.000Z' })
      .where('person_id', '=', auditor.id)
      .execute();
    await tx
      .insertInto('mail')
      .values({
        ...{ org_id: world.orgId, id: newId(), person_id: auditor.id, state: 'failed' },
        ...{ to_address: 'helen@nowhere.example', to_name: 'Helen Sykes', kind: 'role-given' },
        ...{ subject: 'Your role', body: 'x', last_error: '550 no such user' },
        created_at: '2026-11-20T10:00:00.000Z',
      })
      .execute();
  });
  const page = await openAs(site, world, admin);
  await page.getByRole('link', { name: 'Administration', exact: true }).first().click();
  await page.getByText('11 December 2026').waitFor();
  await page.getByText('550 no such user').waitFor();
  await look(page, 'administration');
});

test('whoever only reads is told until when, and what is new since the last visit', async () => {
  const world = await makeWorld(site.app);
  const auditor = await world.person({ roles: ['auditor'] });
  await site.app.database.tenant(world.orgId, (tx) =>
    tx
      .updateTable('role_grant')
      .set({ expires_at: '2026-12-12T00:00:00.000Z', granted_at: '2026-11-19T00:00:00.000Z' })
      .where('person_id', '=', auditor.id)
      .execute(),
  );
  const enrolment = await firm(world, 'Alder Bearings Ltd');
  await recordOutput(await world.ctxAs('adviser'), {
    ...{ enrolmentId: enrolment.id, indicator: 'C8', value: 1 },
    ...{ achievedOn: '2026-11-02', statement: 'Payroll' },
  });
  const page = await openAs(site, world, auditor);
  await page.getByText('Your access ends after 11 December 2026.').waitFor();
  await page.getByText(/1 output recorded/).waitFor();
  await look(page, 'desk-auditor');
});

test('an auditor reads the programme, changes nothing and finds no private note', async () => {
  const world = await makeWorld(site.app);
  const enrolment = await firm(world, 'Alder Bearings Ltd', { nextContactOn: '2026-11-17' });
  await met(world, enrolment);
  const own = pathsOf(world).enrolment(enrolment.id);
  const page = await openAs(site, world, await world.person({ roles: ['auditor'] }));
  const links = new Set<string>();
  for (const path of [
    pathsOf(world).desk,
    pathsOf(world).today,
    own.record,
    own.impact,
    own.hours,
  ]) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const verbs = page.getByRole('button', { name: /^(Log|Record|Verify|Edit|Call|Find|Add)/ });
    expect(await verbs.count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Private notes' }).count()).toBe(0);
    for (const link of await page.locator('a[href^="/"]').all()) {
      links.add((await link.getAttribute('href')) ?? '');
    }
  }
  for (const link of links) {
    expect((await page.request.get(link)).status(), `${link} is offered and refused`).toBe(200);
  }
  await page.goto(own.record);
  await look(page, 'record-auditor');
  const answer = await page.goto(own.notes);
  expect(answer?.status()).toBe(404);
});
