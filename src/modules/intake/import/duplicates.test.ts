import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideEnterprises, type DecideSettings } from './duplicates.ts';
import { storedFromDraft, type StoredEnterprise, withChanges } from './enterprise-changes.ts';
import type { EnterpriseDraft } from './enterprise-draft.ts';
import { previewOf } from './preview.ts';

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
const decide = (
  drafts: EnterpriseDraft[],
  known: StoredEnterprise[] = [],
  settings: DecideSettings = {},
) => decideEnterprises(rowsOf(drafts), known, settings);
const outcomes = (...parameters: Parameters<typeof decide>) =>
  decide(...parameters).map((one) => one.outcome);

/** What is stored after the rows were taken. */
function taken(
  drafts: EnterpriseDraft[],
  known: StoredEnterprise[] = [],
  settings: DecideSettings = {},
) {
  const firms = new Map(known.map((one) => [one.id, one]));
  const idOfRow = new Map<number, string>();
  for (const { row, outcome, draft, matchId, sameAsRow, changes } of decide(
    drafts,
    known,
    settings,
  )) {
    const id = matchId ?? (sameAsRow === null ? `new-${row}` : (idOfRow.get(sameAsRow) ?? ''));
    idOfRow.set(row, id);
    const before = firms.get(id);
    if (outcome === 'create' && draft)
      firms.set(id, storedFromDraft(id, draft, settings.source ?? 'list'));
    if (outcome === 'update' && before) firms.set(id, withChanges(before, changes));
  }
  return [...firms.values()];
}

test('a company number decides, and only what differs is changed', () => {
  const known = stored({ companyNumber: '00000001', phone: '01', sector: 'Software' });
  const [decision] = decide(
    [firm({ companyNumber: '00000001', phone: '02', sector: 'software' })],
    [known],
  );
  expect(decision).toMatchObject({
    outcome: 'update',
    matchId: 'e1',
    changes: [{ field: 'phone', from: '01', to: '02' }],
  });
});

test('the same company number with a name that has nothing in common asks', () => {
  const known = stored({ name: 'Acme Widgets Ltd', companyNumber: '00000001' });
  expect(outcomes([firm({ name: 'Blue Whale Ltd', companyNumber: '00000001' })], [known])).toEqual([
    'ask',
  ]);
  const renamed = firm({
    name: 'Blue Whale Ltd',
    previousNames: ['ACME WIDGETS LIMITED'],
    companyNumber: '00000001',
  });
  expect(outcomes([renamed], [known])).toEqual(['unchanged']);
  expect(outcomes([renamed], [known], { source: 'register' })).toEqual(['update']);
});

test.each<[string, Partial<EnterpriseDraft>, Partial<StoredEnterprise>, string]>([
  [
    'the same VAT number',
    { name: 'Other', vatNumber: 'GB980780684' },
    { vatNumber: 'GB980780684' },
    'ask',
  ],
  [
    'name and postcode',
    { tradingPostcode: 'CV4 7EZ', phone: '1' },
    { tradingPostcode: 'CV47EZ' },
    'ask',
  ],
  [
    'name, but another postcode',
    { tradingPostcode: 'CV4 7EZ' },
    { tradingPostcode: 'B1 1AA' },
    'ask',
  ],
  ['name, one without postcode', { tradingPostcode: 'CV4 7EZ' }, {}, 'ask'],
  [
    'name and postcode, but two company numbers',
    { tradingPostcode: 'CV4 7EZ', companyNumber: '00000001' },
    { tradingPostcode: 'CV4 7EZ', companyNumber: '00000002' },
    'create',
  ],
  [
    'another legal form of the name',
    { name: 'The Firm Limited', phone: '1' },
    { name: 'FIRM LTD' },
    'ask',
  ],
])('%s: %s', (_, draft, known, outcome) => {
  const [decision] = decide([firm(draft)], [stored(known)]);
  expect(decision?.outcome).toBe(outcome);
  if (outcome === 'ask') expect(decision?.problems.at(-1)?.code).toBe('possible-duplicate');
});

test('firms of one VAT group stay apart and the number is noted', () => {
  const known = stored({ name: 'A', companyNumber: '00000001', vatNumber: 'GB980780684' });
  const [decision] = decide(
    [firm({ name: 'B', companyNumber: '00000002', vatNumber: 'GB980780684' })],
    [known],
  );
  expect(decision).toMatchObject({ outcome: 'create', problems: [{ code: 'shared-vat-number' }] });
});

test('an empty cell never empties what is stored', () => {
  const known = stored({ companyNumber: '00000001', phone: '01', website: 'https://x.example' });
  expect(outcomes([firm({ companyNumber: '00000001' })], [known])).toEqual(['unchanged']);
});

test('a partner’s list does not overrule the register, nor the place that an adviser confirmed', () => {
  const known = stored({
    ...{
      companyNumber: '00000001',
      isFromRegister: true,
      companyStatus: 'Liquidation',
      sicCodes: ['62012'],
    },
    ...{ authorityCode: 'E08000026', isAuthorityConfirmed: true },
  });
  const draft = firm({
    ...{ companyNumber: '00000001', companyStatus: 'Active', sicCodes: ['47710'] },
    authorityCode: 'E07000222',
  });
  expect(outcomes([draft], [known])).toEqual(['unchanged']);
  expect(
    decide([draft], [known], { source: 'register' })[0]?.changes.map(({ field }) => field),
  ).toEqual(['companyStatus', 'sicCodes']);
});

test('codes of another list do not replace SIC 2007', () => {
  const known = stored({ companyNumber: '00000001', sicCodes: ['62012'] });
  const draft = firm({ companyNumber: '00000001', sicCodes: ['7221'], sicScheme: 'unknown' });
  expect(outcomes([draft], [known])).toEqual(['unchanged']);
});

test('the register fills in the registered office beside the trading address', () => {
  const known = stored({
    companyNumber: '00000001',
    tradingAddress: 'Unit 1',
    tradingPostcode: 'CV4 7EZ',
  });
  const draft = firm({
    ...{
      name: 'FIRM LIMITED',
      companyNumber: '00000001',
      companyStatus: 'Active',
      sicCodes: ['62012'],
    },
    ...{
      incorporatedOn: '2016-01-01',
      registeredAddress: 'Accountant House',
      registeredPostcode: 'B1 1AA',
    },
  });
  const other = firm({ name: 'Nobody Knows', companyNumber: '00000009' });
  const settings = { source: 'register', unmatched: 'leave' } as const;
  const [after] = taken([draft, other], [known], settings);
  const left = decide([draft, other], [known], settings)[1];
  expect(left).toMatchObject({ outcome: 'not-known', matchId: null });
  expect(left?.problems).toMatchObject([{ code: 'enterprise-not-on-record', isRefusal: false }]);
  expect(after).toMatchObject({
    ...{
      name: 'Firm',
      tradingAddress: 'Unit 1',
      registeredAddress: 'Accountant House',
      companyStatus: 'Active',
    },
    ...{ incorporatedOn: '2016-01-01', sicCodes: ['62012'], sicScheme: 'SIC2007' },
  });
});

test('of two rows about one firm the second may add but not contradict', () => {
  const one = firm({ companyNumber: '00000001', phone: '01' });
  const ann = { name: 'Ann', email: 'a@x.example', phone: null, position: null };
  const rows = [
    one,
    one,
    firm({ companyNumber: '00000001', contact: ann }),
    firm({ companyNumber: '00000001', phone: '02' }),
  ];
  const decisions = decide(rows);
  expect(decisions.map((decision) => decision.outcome)).toEqual([
    'create',
    'unchanged',
    'update',
    'ask',
  ]);
  expect(decisions[3]?.problems[0]?.message).toBe(
    'Row 2 is the same firm and says something else (Telephone). Merge to take what this row says, or skip it.',
  );
  expect(outcomes(rows, taken(rows))).toEqual(['unchanged', 'unchanged', 'unchanged', 'ask']);
});

const anyDraft = fc.record({
  name: fc.constantFrom('Acme', 'ACME Ltd', 'Beta', 'Gamma Works', 'Gamma'),
  companyNumber: fc.constantFrom(null, '00000001', '00000002', '00000003'),
  vatNumber: fc.constantFrom(null, 'GB980780684', 'GB123456782'),
  tradingPostcode: fc.constantFrom(null, 'CV4 7EZ', 'B1 1AA'),
  phone: fc.constantFrom(null, '01', '02'),
  sicCodes: fc.constantFrom(null, ['62012'], ['62012', '62020']),
});

test('the same file a second time creates and updates nothing', () => {
  fc.assert(
    fc.property(fc.array(anyDraft, { maxLength: 12 }), (list) => {
      const drafts = (list as Partial<EnterpriseDraft>[]).map(firm);
      const after = taken(drafts);
      const again = previewOf(decide(drafts, after));
      expect({ created: again.created, updated: again.updated }).toEqual({
        created: 0,
        updated: 0,
      });
    }),
    { numRuns: 1000 },
  );
});

test('each row is counted once', () => {
  fc.assert(
    fc.property(fc.array(anyDraft, { maxLength: 12 }), (list) => {
      const { read, created, updated, unchanged, rejected, asked } = previewOf(
        decide((list as Partial<EnterpriseDraft>[]).map(firm)),
      );
      expect(created + updated + unchanged + rejected + asked).toBe(read);
    }),
  );
});

test('10,000 rows against 10,000 firms are decided without looking at each pair', () => {
  const drafts = Array.from({ length: 10_000 }, (_, index) =>
    firm({
      name: `Firm ${index}`,
      companyNumber: String(index + 1).padStart(8, '0'),
      tradingPostcode: 'CV4 7EZ',
    }),
  );
  const known = taken(drafts);
  expect(known).toHaveLength(10_000);
  expect(previewOf(decide(drafts, known))).toMatchObject({
    read: 10_000,
    unchanged: 10_000,
    problems: [],
  });
}, 60_000);
