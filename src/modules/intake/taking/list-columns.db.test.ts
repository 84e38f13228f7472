import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeImportDesk } from '../../../../test/factories/import-desk.ts';
import { importList } from '../commands/import-list.ts';

const app = await createTestApp();

test('a list says who looks after a firm, since when, where it stands, and what staff noted', async () => {
  const { desk, manager, programmeId, firms } = await makeImportDesk(app);
  const adviser = await desk.world.person({ name: 'Zoë Marsh', roles: ['adviser'], programmeId });
  const target = { kind: 'enterprises', programmeId } as const;
  const bytes = new TextEncoder().encode(
    [
      'Company name,Company number,Status,Adviser,Enrolled on,Notes',
      'Alder Works Ltd,09990301,Active,Zoe Marsh,2026-03-02,"Rang twice.\nHas a dog."',
      'Birch Works Ltd,09990302,Completed,Zoë Marsh,2025-03-02,',
      'Cedar Works Ltd,09990303,In limbo,Nobody Atall,2027-01-01,',
    ].join('\n'),
  );
  const told = await importList(manager, { target, fileName: 'a.csv', bytes });
  expect(told).toMatchObject({ created: 3, rejected: 0 });
  expect(told.problems.map(({ row, code }) => `${row} ${code}`).toSorted()).toEqual([
    '4 adviser-unknown',
    '4 date-in-future',
    '4 unknown-word',
  ]);
  const places = await desk.read((tx) =>
    tx
      .selectFrom('enrolment as n')
      .innerJoin('enterprise as e', 'e.id', 'n.enterprise_id')
      .select(['e.name', 'n.adviser_id', 'n.applied_on', 'n.state'])
      .where('e.company_number', 'like', '0999030%')
      .orderBy('e.name')
      .execute(),
  );
  expect(places).toEqual([
    {
      name: 'Alder Works Ltd',
      adviser_id: adviser.id,
      applied_on: '2026-03-02',
      state: 'applied',
    },
    {
      name: 'Cedar Works Ltd',
      adviser_id: null,
      applied_on: app.clock.today('Europe/London'),
      state: 'applied',
    },
  ]);
  const noted = (await firms()).find(({ company_number }) => company_number === '09990301');
  expect(noted?.notes).toBe('Rang twice.\nHas a dog.');
  const again = await importList(manager, { target, fileName: 'a.csv', bytes });
  expect(again).toMatchObject({ created: 0, updated: 0, rejected: 0, unchanged: 3 });
});

test('another adviser of a firm that is in the programme stays, and is told', async () => {
  const { desk, manager, programmeId } = await makeImportDesk(app);
  await desk.world.person({ name: 'Ann Old', roles: ['adviser'], programmeId });
  await desk.world.person({ name: 'Ben New', roles: ['adviser'], programmeId });
  const target = { kind: 'enterprises', programmeId } as const;
  const list = (adviser: string) =>
    new TextEncoder().encode(`Firma,Betreuer\nAlder Works,${adviser}\n`);
  await importList(manager, { target, fileName: 'a.csv', bytes: list('Ann Old') });
  const told = await importList(manager, { target, fileName: 'a.csv', bytes: list('Ben New') });
  expect(told).toMatchObject({ unchanged: 1, updated: 0 });
  expect(told.problems.map(({ message }) => message)).toEqual([
    'Ann Old looks after it here; the list says Ben New. Change it on its page.',
  ]);
});

test.each([
  [
    'Firma;Straße;PLZ;Ort;Ansprechpartner;Telefon;E-Mail;Mitarbeiter;Umsatz;Branche;Bemerkungen',
    'Erlen GmbH;Hauptstr. 1;80331;München;Jürgen Groß;+49 89 1234567;j@erlen.example;4,5;12.500;Metall;Ruft an',
  ],
  [
    'Entreprise;Rue;Code postal;Ville;Personne de contact;Téléphone;Courriel;Effectif;Chiffre d’affaires;Secteur;Remarques',
    'Aulne SARL;1 rue X;75001;Paris;Zoé Petit;+33 1 23 45 67 89;z@aulne.example;4,5;12500;Métal;Appelle',
  ],
])('headers of other languages are understood: %s', async (headers, row) => {
  const { desk, manager, programmeId } = await makeImportDesk(app);
  const bytes = new TextEncoder().encode(`${headers}\n${row}\n`);
  const target = { kind: 'enterprises', programmeId } as const;
  await importList(manager, { target, fileName: 'a.csv', bytes });
  const firm = await desk.read((tx) =>
    tx.selectFrom('enterprise').selectAll().where('phone', 'like', '+%').executeTakeFirstOrThrow(),
  );
  expect(firm.trading_address).toMatch(/1.*(München|Paris)/);
  expect(firm).toMatchObject({ sector: expect.stringMatching(/^M/), notes: expect.any(String) });
  const run = await desk.read((tx) =>
    tx.selectFrom('import_run').select('mapping').orderBy('created_at', 'desc').executeTakeFirst(),
  );
  expect(Object.values(run?.mapping as object)).not.toContain(null);
});
