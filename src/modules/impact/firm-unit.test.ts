import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FirmMarks, firmKeys, oncePerFirm } from './firm-unit.ts';

const firm = (enrolmentId: string, more: Partial<FirmMarks> = {}): FirmMarks => ({
  enrolmentId,
  enterpriseId: `enterprise of ${enrolmentId}`,
  mergedInto: null,
  companyNumber: null,
  ...more,
});
const unit = (enrolmentId: string, state = 'recorded', achievedOn = '2026-11-02') => ({
  enrolmentId,
  state,
  achievedOn,
});

test('one firm is one unit, merged, enrolled twice or recorded twice', () => {
  const keys = firmKeys([
    firm('kept', { enterpriseId: 'a' }),
    firm('dropped', { enterpriseId: 'b', mergedInto: 'a', companyNumber: '01234567' }),
    firm('again', { enterpriseId: 'a' }),
    firm('twice', { enterpriseId: 'c', companyNumber: '01234567' }),
    firm('other', { enterpriseId: 'd' }),
  ]);
  const { kept, doubles } = oncePerFirm(
    ['dropped', 'kept', 'again', 'twice', 'other'].map((id) => unit(id)),
    keys,
  );
  expect(kept).toHaveLength(2);
  expect(doubles).toHaveLength(3);
});

test('the verified unit is kept before the recorded one, then the earlier one', () => {
  const keys = firmKeys([firm('a', { enterpriseId: 'x' }), firm('b', { enterpriseId: 'x' })]);
  expect(oncePerFirm([unit('a'), unit('b', 'verified')], keys).kept).toEqual([
    unit('b', 'verified'),
  ]);
  expect(oncePerFirm([unit('a'), unit('b', 'recorded', '2026-11-01')], keys).kept).toEqual([
    unit('b', 'recorded', '2026-11-01'),
  ]);
});

test('as many units are kept as there are firms, in whatever order they come', () => {
  const list = fc.array(fc.record({ firm: fc.nat(4), number: fc.option(fc.nat(3)) }), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(list, (rows) => {
      const firms = rows.map((row, at) =>
        firm(String(at), {
          enterpriseId: `e${row.firm}`,
          companyNumber: row.number === null ? null : String(row.number),
        }),
      );
      // Plain reference: join groups until nothing changes.
      let groups = firms.map(
        (one) =>
          new Set([
            one.enterpriseId,
            one.companyNumber === null ? `@${one.enrolmentId}` : `#${one.companyNumber}`,
          ]),
      );
      for (let before = -1; before !== groups.length;) {
        before = groups.length;
        const joined: Set<string>[] = [];
        for (const group of groups) {
          const meets = joined.find((one) => [...group].some((mark) => one.has(mark)));
          if (meets) for (const mark of group) meets.add(mark);
          else joined.push(new Set(group));
        }
        groups = joined;
      }
      const units = firms.map((one) => unit(one.enrolmentId));
      const keys = firmKeys(firms);
      expect(oncePerFirm(units, keys).kept).toHaveLength(groups.length);
      expect(oncePerFirm(units.toReversed(), keys).kept).toHaveLength(groups.length);
    }),
  );
});
