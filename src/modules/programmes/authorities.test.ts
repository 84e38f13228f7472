import { expect, test } from 'vitest';
import { authorities, authoritiesWithin, authorityOf, readAuthorityLine } from './authorities.ts';

const codeOf = (text: string) => authorityOf(text)?.code;

test('every authority of the four nations is there once, and is found by its code and its name', () => {
  expect(authorities).toHaveLength(361);
  expect(new Set(authorities.map(({ code }) => code)).size).toBe(361);
  for (const { code, name } of authorities) {
    expect([name, codeOf(name), codeOf(code.toLowerCase())]).toEqual([name, code, code]);
  }
});

test.each([
  ['Herefordshire, County of', 'E06000019'],
  ['HEREFORDSHIRE COUNCIL', 'E06000019'],
  ['Telford & Wrekin', 'E06000020'],
  ['Telford and Wrekin Council', 'E06000020'],
  ['Forest of Dean District Council', 'E07000080'],
  ['Coventry City Council', 'E08000026'],
  ['City of Bristol', 'E06000023'],
  ['Bristol, City of', 'E06000023'],
  ['London Borough of Camden', 'E09000007'],
  ['Camden LB', 'E09000007'],
  ['City of London', 'E09000001'],
  ['Royal Borough of Kensington and Chelsea', 'E09000020'],
  ['Malvern Hills', 'E07000235'],
  ['Armagh City, Banbridge & Craigavon Borough Council', 'N09000002'],
  ['Ynys Môn', 'W06000001'],
  ['St Helens', 'E08000013'],
  ['King’s Lynn and West Norfolk', 'E07000146'],
  ['Newcastle-under-Lyme', 'E07000195'],
  ['Durham', 'E06000047'],
  ['Allerdale', 'E06000063'],
  ['E07000026', 'E06000063'],
])('%s is %s', (text, code) => expect(codeOf(text)).toBe(code));

test.each(['London', 'Warwickshire', 'West Midlands', 'The Marches', '', 'Council', 'CV1 2AB'])(
  '“%s” is no single authority',
  (text) => expect(authorityOf(text)).toBeNull(),
);

test('a county and a combined authority stand for their districts', () => {
  expect(authoritiesWithin('Warwickshire County Council').map(({ name }) => name)).toEqual([
    ...['North Warwickshire', 'Nuneaton and Bedworth', 'Rugby', 'Stratford-on-Avon', 'Warwick'],
  ]);
  expect(authoritiesWithin('West Midlands Combined Authority')).toHaveLength(7);
  expect(authoritiesWithin('Narnia')).toEqual([]);
});

test('a typed name never becomes a code, and a line that means nothing is told with its words', () => {
  expect(readAuthorityLine('Telford and Wrekin')).toMatchObject({ value: [{ code: 'E06000020' }] });
  expect(readAuthorityLine('E06000019 Herefordshire, County of')).toMatchObject({
    value: [{ code: 'E06000019', name: 'Herefordshire' }],
  });
  expect(readAuthorityLine('DE212 München')).toEqual({
    ok: true,
    value: [{ code: 'DE212', name: 'München' }],
  });
  for (const line of ['Narnia', 'Forest Gump', 'E06000099', 'DE212']) {
    expect(readAuthorityLine(line)).toMatchObject({
      ok: false,
      message: expect.stringContaining(line),
    });
  }
});
