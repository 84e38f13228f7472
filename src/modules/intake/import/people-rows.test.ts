import { expect, test } from 'vitest';
import { readMentorRow } from './mentor-row.ts';
import { decidePeople } from './people-duplicates.ts';
import { type PersonDraft, readPersonRow } from './person-row.ts';
import { importContext } from './import-context.ts';

function context(fields: string[]) {
  return importContext(fields, Object.fromEntries(fields.map((field) => [field, field])), []);
}
function person(cells: Record<string, string>) {
  return readPersonRow(context(Object.keys(cells)), { number: 2, cells: Object.values(cells) });
}
function mentor(cells: Record<string, string>) {
  const named = { name: 'Ann Lee', ...cells };
  return readMentorRow(context(Object.keys(named)), { number: 2, cells: Object.values(named) });
}

test('a person is read with the firm, by name and number', () => {
  const cells = {
    firstName: 'Ann',
    lastName: 'Lee',
    email: 'A@B.example',
    companyNumber: '102498',
    isLead: 'Yes',
  };
  expect(person(cells)).toEqual({
    row: 2,
    draft: {
      ...{ name: 'Ann Lee', email: 'a@b.example', phone: null, position: null },
      ...{ enterpriseName: null, companyNumber: '00102498', isLead: true },
    },
    problems: [],
  });
  expect(person({ name: '', email: 'a@b.example' }).draft).toBeNull();
});

test('expertise is read as areas with level and topics, and the rest is told', () => {
  const { draft, problems } = mentor({
    expertise: 'Finance and investment readiness: 5; Export (4); Crowdfunding; Juggling',
  });
  expect(draft?.expertise).toEqual([
    { area: 'finance', level: 5, topics: ['Crowdfunding'] },
    { area: 'export', level: 4, topics: [] },
  ]);
  expect(problems.map(({ code }) => code)).toEqual(['unknown-word']);
});

test('the words of lists are turned into the programme’s', () => {
  const { draft } = mentor({
    meets: 'Face to face, Zoom',
    stages: 'Startup; Scale-ups',
    sizes: 'micro|Small',
    roles: 'Specialist mentor',
  });
  expect(draft).toMatchObject({
    ...{ meets: ['in-person', 'video'], stages: ['start-up', 'scale-up'] },
    ...{ sizes: ['micro', 'small'], roles: ['specialist'] },
  });
});

test('capacity and hours stay within reason', () => {
  expect(mentor({ places: '4', hoursPerMonth: '7.5' }).draft).toMatchObject({
    places: 4,
    minutesPerMonth: 480,
  });
  expect(mentor({ places: '900' })).toMatchObject({
    draft: { places: null },
    problems: [{ code: 'number' }],
  });
});

const compared = ['phone', 'position', 'enterpriseName'] as const;
const draft = (name: string, email: string | null, more: Partial<PersonDraft> = {}) => ({
  row: 2,
  problems: [],
  draft: {
    ...{
      name,
      email,
      phone: null,
      position: null,
      enterpriseName: null,
      companyNumber: null,
      isLead: false,
    },
    ...more,
  },
});
const decide = (rows: ReturnType<typeof draft>[], stored: (PersonDraft & { id: string })[] = []) =>
  decidePeople(
    rows.map((row, index) => ({ ...row, row: index + 2 })),
    stored,
    compared,
  ).map((one) => one.outcome);

test('an address decides who somebody is, a name only asks', () => {
  const known = { ...draft('Ann Lee', 'a@b.example').draft, id: 'p1' };
  expect(decide([draft('Dr Ann Lee', 'a@b.example')], [known])).toEqual(['unchanged']);
  expect(decide([draft('Ann Lee', 'a@b.example', { position: 'Owner' })], [known])).toEqual([
    'update',
  ]);
  expect(decide([draft('Ann Lee', null, { position: 'Owner' })], [known])).toEqual(['ask']);
  expect(decide([draft('Ann Lee', 'other@b.example')], [known])).toEqual(['create']);
});

test('two rows about one person may add but not contradict', () => {
  const one = draft('Ann Lee', 'a@b.example', { position: 'Owner' });
  expect(decide([one, one])).toEqual(['create', 'unchanged']);
  expect(decide([one, draft('Ann Lee', 'a@b.example', { phone: '01926 000000' })])).toEqual([
    'create',
    'update',
  ]);
  expect(decide([one, draft('Ann Lee', 'a@b.example', { position: 'Clerk' })])).toEqual([
    'create',
    'rejected',
  ]);
});

test('people whose names are words for nothing keep them', () => {
  expect(person({ firstName: 'Na', lastName: 'Li' }).draft?.name).toBe('Na Li');
  expect(person({ firstName: 'Christopher', lastName: 'Null' }).draft?.name).toBe(
    'Christopher Null',
  );
  expect(person({ firstName: 'Madonna', lastName: '-' }).draft?.name).toBe('Madonna');
  expect(person({ name: 'N/A', email: 'a@b.example' }).draft).toBeNull();
});

test('two people of one name in one firm are asked about, whatever their addresses and apostrophes', () => {
  const draft = (name: string, email: string | null, firmIds: string[]): PersonDraft => ({
    ...{ name, email, phone: null, position: null, enterpriseName: null, companyNumber: null },
    ...{ isLead: false, firmIds },
  });
  const known = [{ id: 'p1', ...draft("Sue O'Brien", 'sue@firm.example', ['f1']) }];
  const outcome = (one: PersonDraft) =>
    decidePeople([{ row: 2, draft: one, problems: [] }], known, ['name', 'email', 'phone'])[0];
  expect(outcome(draft('Sue O’Brien', 'su@firm.example', ['f1']))).toMatchObject({
    ...{ outcome: 'ask', matchId: 'p1' },
    problems: [{ message: expect.stringContaining('sue@firm.example') }],
  });
  expect(outcome(draft('Sue O’Brien', 'sue@other.example', ['f2']))?.outcome).toBe('create');
});

test('a slash between blanks separates what a mentor is good at', () => {
  const { draft } = mentor({ expertise: 'Marketing / Digital marketing / Sales' });
  expect(draft?.expertise.map(({ area }) => area).toSorted()).toEqual(['customers', 'digital']);
});

test('where a mentor works is read by names, counties and codes', () => {
  const { draft, problems } = mentor({
    authorityCodes: 'Coventry; Warwickshire; E08000029; Narnia',
  });
  expect(draft?.authorityCodes).toHaveLength(7);
  expect(problems.map(({ code }) => code)).toEqual(['local-authority']);
});

const outcomeOf = (known: PersonDraft, one: PersonDraft) =>
  decidePeople(
    [{ row: 2, draft: one, problems: [] }],
    [{ id: 'p1', ...known }],
    ['name', 'phone'],
  )[0]?.outcome;
const named = (name: string, email: string | null = null) => draft(name, email).draft;

test.each([
  ['John Smith', 'Jane Smith', 'ask'],
  ['J. Smith', 'John Smith', 'update'],
  ['Priya Nair', 'Priya Shah', 'update'],
  ['Office', 'Jane Doe', 'ask'],
])(
  'an address of %s under %s: %s, for families and offices share a mailbox',
  (one, other, outcome) => {
    expect(outcomeOf(named(one, 'info@firm.example'), named(other, 'info@firm.example'))).toBe(
      outcome,
    );
  },
);

test.each([
  ['Priya Nair', 'Nair, Priya'],
  ['Priya Nair', 'Nair Priya'],
  ['Sue O’Brien', 'Sue OʼBrien'],
  ['Sir Ken Ash', 'Ken Ash'],
])('%s and %s may be one person', (one, other) => {
  expect(outcomeOf(named(one, 'a@b.example'), { ...named(other), phone: '01926 000000' })).toBe(
    'ask',
  );
});

test('what stands behind a plus in an address makes no other person', () => {
  expect(
    outcomeOf(named('Ann Lee', 'ann@b.example'), {
      ...named('Ann Lee', 'ann+crm@b.example'),
      phone: '01926 000000',
    }),
  ).toBe('ask');
});

test('a total or a note below a list is asked about, and is nobody', () => {
  expect(
    decide([draft('Total: 12', null), draft('Quelle: CRM', null), draft('Summe', null)]),
  ).toEqual(['ask', 'ask', 'ask']);
});
