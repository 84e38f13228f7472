import { expect, test } from 'vitest';
import { decideEnterprises } from './duplicates.ts';
import { storedFromDraft, type StoredEnterprise } from './enterprise-changes.ts';
import type { EnterpriseDraft } from './enterprise-draft.ts';

const empty: EnterpriseDraft = {
  ...{ name: 'Firm', tradingName: null, companyNumber: null, vatNumber: null, companyStatus: null },
  ...{
    legalForm: null,
    incorporatedOn: null,
    tradingSince: null,
    sicScheme: 'SIC2007',
    sicCodes: null,
  },
  ...{ sector: null, description: null, website: null, phone: null, registeredAddress: null },
  ...{ registeredPostcode: null, tradingAddress: null, tradingPostcode: null, authorityCode: null },
  ...{
    externalReference: null,
    staffHundredths: null,
    turnover: null,
    yearEndsOn: null,
    contact: null,
  },
  ...{ notes: null, adviser: null, standing: null, enrolledOn: null },
  previousNames: [],
};
const firm = (more: Partial<EnterpriseDraft>): EnterpriseDraft => ({ ...empty, ...more });
const stored = (more: Partial<StoredEnterprise>): StoredEnterprise => ({
  ...storedFromDraft('e1', empty, 'list'),
  ...more,
});
const rowsOf = (drafts: EnterpriseDraft[]) =>
  drafts.map((draft, index) => ({ row: index + 2, draft, problems: [] }));
const decide = (drafts: EnterpriseDraft[], known: StoredEnterprise[] = []) =>
  decideEnterprises(rowsOf(drafts), known);
const outcomes = (...parameters: Parameters<typeof decide>) =>
  decide(...parameters).map((one) => one.outcome);

const lead = { name: 'Ann Birch', email: 'ann@birch.example', phone: null, position: null };

test('a contact’s address that a firm on record has asks, an office’s address of many firms does not', () => {
  const known = (n: number) =>
    stored({ id: `e${n}`, name: `Firm ${n}`, tradingPostcode: 'B1 1AA', contacts: [lead] });
  const [asked] = decide([firm({ name: 'Birch Robotics', contact: lead })], [known(1)]);
  expect(asked).toMatchObject({ outcome: 'ask', matchId: 'e1' });
  const many = [1, 2, 3, 4].map(known);
  expect(outcomes([firm({ name: 'Birch Robotics', contact: lead })], many)).toEqual(['create']);
});

test('a contact on record with another address stays, and that is told', () => {
  const known = [stored({ companyNumber: '00000001', contacts: [lead] })];
  const contact = { ...lead, name: 'Ann Birch', email: 'an@birch.example' };
  const [decision] = decide([firm({ companyNumber: '00000001', contact })], known);
  expect(decision).toMatchObject({ outcome: 'unchanged', changes: [] });
  expect(decision?.problems.map(({ code }) => code)).toEqual(['contact-other-address']);
});

test('of two writings of one name the second says which row it is, and signs alone are two firms', () => {
  const at = { tradingPostcode: 'CV1 2AB' };
  const rows = ['Müller Ltd', 'Muller Ltd', '!!! Ltd', '??? Ltd'].map((name) =>
    firm({ name, ...at }),
  );
  const decisions = decide(rows);
  expect(decisions.map(({ outcome }) => outcome)).toEqual([
    'create',
    'unchanged',
    'create',
    'create',
  ]);
  expect(decisions[1]?.problems.map(({ code }) => code)).toEqual(['same-as-row']);
  const [known] = decide([firm({ name: 'Muller' })], [stored({ name: 'Müller Ltd' })]);
  expect(known?.problems[0]?.message).toBe('This is “Müller Ltd” on record.');
});

test('a total or a note is asked about, and never a firm in silence', () => {
  const rows = [firm({ name: 'Total', companyNumber: '00000002' }), firm({ name: 'Source: CRM' })];
  expect(outcomes(rows)).toEqual(['ask', 'ask']);
  expect(decide(rows).map(({ problems }) => problems.at(-1)?.code)).toEqual([
    'may-be-no-firm',
    'may-be-no-firm',
  ]);
});

test.each([
  ['Ash Ltd t/a Birch Cafe', 'Ash Limited'],
  ['Birch Cafe', 'Ash Ltd trading as Birch Cafe'],
  ['3 M Tools', '3M Tools Ltd'],
  ["O'Brien Foods", 'O Brien Foods'],
  ['Øresund Boats', 'Oresund Boats Ltd'],
  ['Oak + Elm LLP', 'Oak & Elm Limited Liability Partnership'],
])('%s may be %s on record', (name, known) => {
  const at = { tradingPostcode: 'CV1 2AB' };
  const [decision] = decide(
    [firm({ name, phone: '01926 000000', ...at })],
    [stored({ name: known, ...at })],
  );
  expect(decision).toMatchObject({ outcome: 'ask', matchId: 'e1' });
});
