import fc from 'fast-check';
import { expect, test } from 'vitest';
import { divisionGroups } from '../programmes/divisions.ts';
import { describeSic, eurostatGroup, isSilentSic, parseSic, sicSections } from './sic.ts';

test.each([
  ['62012', '62012', 'SIC2007', ''],
  ['62012 - Business and domestic software development', '62012', 'SIC2007', /^Business and/],
  ['62.01/2 Software', '62012', 'SIC2007', 'Software'],
  ['01110 - Growing of cereals (except rice)', '01110', 'SIC2007', /cereals/],
  ['62012.0', '62012', 'SIC2007', ''],
  ['7221', '7221', 'unknown', ''],
  ['7221 - Software publishing', '7221', 'unknown', 'Software publishing'],
])('reads %j', (text, code, scheme, words) => {
  const parsed = parseSic(text);
  expect(parsed).toMatchObject({ ok: true, value: { code, scheme } });
  if (parsed.ok) expect(parsed.value.words).toMatch(words);
});

test.each(['', 'software', '620', '123456', '34000', '04110'])('refuses %j', (text) => {
  expect(parseSic(text).ok).toBe(false);
});

test('a four-digit code of another list has no division, group or description', () => {
  expect(describeSic('7221')).toBeNull();
  expect(eurostatGroup('7221')).toBeNull();
});

test('the register’s codes for firms that do not trade belong to no group', () => {
  expect(isSilentSic('99999')).toBe(true);
  expect(eurostatGroup('74990')).toBeNull();
  expect(describeSic('99999')?.division).toBe('dormant company');
});

test('there are 21 sections and 88 divisions, each in one section', () => {
  const divisions = sicSections.flatMap((one) => Object.keys(one.divisions));
  expect(sicSections).toHaveLength(21);
  expect(divisions).toHaveLength(88);
  expect(new Set(divisions).size).toBe(88);
});

test('groups follow Eurostat', () => {
  expect(eurostatGroup('72110')).toBe('high-technology knowledge-intensive services');
  expect(eurostatGroup('26511')).toBe('high-technology manufacturing');
  expect(eurostatGroup('41201')).toBeNull();
});

test('leading zeros are never lost or added', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999 }), (number) => {
      const code = String(number).padStart(5, '0');
      const parsed = parseSic(`${code} - words`);
      if (parsed.ok) expect(parsed.value).toEqual({ code, scheme: 'SIC2007', words: 'words' });
      else expect(describeSic(code)).toBeNull();
    }),
  );
});

test('each division of the list can be ticked for a programme, once', () => {
  const offered = divisionGroups.flatMap((group) => group.codes).sort();
  expect(offered).toEqual(sicSections.flatMap((one) => Object.keys(one.divisions)).sort());
});
