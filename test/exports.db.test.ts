import { readXlsx } from 'hucre/xlsx';
import { beforeAll, expect, test } from 'vitest';
import { importList } from '../src/modules/intake/commands/import-list.ts';
import type { ImportKind } from '../src/modules/intake/import/target-field.ts';
import { readTable } from '../src/platform/spreadsheets/read-table.ts';
import { withoutGuard } from '../src/platform/spreadsheets/safe-cell.ts';
import type { Ctx } from '../src/platform/context.ts';
import routes from '../src/routes.ts';
import { startSite } from './journeys/site.ts';
import { addressesOf, fill } from './walls/page-rules.ts';
import { makeScene, type Scene } from './walls/scene.ts';
import { cookieFor } from './walls/visitors.ts';

const site = await startSite();
const exports = routes
  .flatMap((entry) => addressesOf(entry))
  .filter((address) => /\/(export|bad-rows)$/.test(address));

let scene: Scene;
let manager: Ctx;
let cookie: string;

beforeAll(async () => {
  scene = await makeScene(site.app, 'zqexport');
  const { world } = scene;
  const person = await world.person({ roles: ['admin'] });
  manager = await world.ctxFor(person);
  cookie = await cookieFor(world, person);
  const list = [
    'Company name,Company number,Postcode,Telephone,Lead contact,Email,Contact telephone,Contact position',
    '+Plus & Sons Ltd,00990201,CV1 1AA,024 7600 0001,"Ann ""Annie"" O\'Neill",ann@plus.example,07700 900111,Owner',
    '"Ünïque, Ltd",09990206,CV1 1AG,,José Núñez,jose@unique.example,,',
    '=1+1 Ltd,09990207,,,,,,',
  ].join('\n');
  await importList(manager, {
    target: { kind: 'enterprises', programmeId: world.programme.id },
    fileName: 'a.csv',
    bytes: new TextEncoder().encode(list),
  });
});

async function download(address: string, format: 'csv' | 'xlsx', search = '') {
  const path = `${site.url}${fill(address, scene.params)}?${search}format=${format}`;
  const answer = await fetch(path, { headers: { cookie }, redirect: 'manual' });
  expect([path, answer.status]).toEqual([path, 200]);
  expect(answer.headers.get('content-disposition')).toContain(`.${format}`);
  return new Uint8Array(await answer.arrayBuffer());
}

function tableOf(bytes: Uint8Array, name: string) {
  const table = readTable(bytes, name, { headerRow: 1 });
  if (!table.ok) throw new Error(`${name}: ${table.message}`);
  return table.value;
}

const isDay = /^\d{4}-\d\d-\d\d( \d\d:\d\d)?$/;
const isNumber = /^-?\d+(\.\d+)?$/;
/** Columns of figures that name something and count nothing. */
const isName = /number|telephone|postcode|phone|row in your file|reference/i;

test('there are as many lists as one can download', () => {
  expect(exports.length).toBeGreaterThan(14);
});

test.each(exports)('%s says the same as CSV and as a workbook', async (address) => {
  const csv = tableOf(await download(address, 'csv'), 'a.csv');
  const bytes = await download(address, 'xlsx');
  const workbook = tableOf(bytes, 'a.xlsx');
  expect(workbook.headers).toEqual(csv.headers);
  const plain = csv.rows.map(({ cells }) => cells.map(withoutGuard));
  expect(workbook.rows.map(({ cells }) => cells)).toEqual(plain);
  const [, ...typed] = (await readXlsx(bytes)).sheets[0]?.rows ?? [];
  plain.forEach((cells, row) => {
    cells.forEach((text, at) => {
      const value = typed[row]?.[at];
      const header = csv.headers[at] ?? '';
      const where = `${header}, row ${row + 1}: ${text}`;
      if (isDay.test(text)) expect(value, where).toBeInstanceOf(Date);
      else if (isNumber.test(text) && !isName.test(header))
        expect(typeof value, where).toBe('number');
      else expect(['string', 'object', 'undefined'], where).toContain(typeof value);
      expect(text, where).not.toMatch(/^\d{1,2} \p{L}+ \d{4}|\d{4}-\d\d-\d\dT/u);
    });
  });
});

test('no cell of a CSV begins with what a spreadsheet program calculates', async () => {
  for (const address of exports) {
    const { rows } = tableOf(await download(address, 'csv'), 'a.csv');
    const cells = rows.flatMap((row) => row.cells).filter((cell) => !isNumber.test(cell));
    expect(cells.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
  }
});

test('the search and the filters of the screen hold for the file', async () => {
  const address = exports.find((one) => one.endsWith('/enterprises/export')) ?? '';
  const found = tableOf(await download(address, 'xlsx', 'search=Plus&'), 'a.xlsx');
  expect(found.rows.map(({ cells }) => cells[0])).toEqual(['+Plus & Sons Ltd']);
  const none = tableOf(await download(address, 'csv', 'state=closed&'), 'a.csv');
  expect(none.rows).toEqual([]);
});

test('enterprises come with whom to write to, the mentor, the adviser and the hours', async () => {
  const address = exports.find((one) => one.endsWith('/enterprises/export')) ?? '';
  const { headers, rows } = tableOf(await download(address, 'csv'), 'a.csv');
  const firm = (name: string) => {
    const cells = rows.find((row) => row.cells.some((cell) => cell.includes(name)))?.cells ?? [];
    return Object.fromEntries(headers.map((header, at) => [header, cells[at]]));
  };
  expect(firm('Plus')).toMatchObject({
    'Lead contact': 'Ann "Annie" O\'Neill',
    Email: 'ann@plus.example',
    'Contact position': 'Owner',
  });
  const matched = firm(scene.firmName);
  expect(matched['Mentor']).not.toBe('');
  expect(matched['Adviser']).not.toBe('');
  expect(headers.some((header) => header.endsWith('hours of 12'))).toBe(true);
});

test('people come with their firm and what they are there', async () => {
  const address = exports.find((one) => one.endsWith('people/export')) ?? '';
  const { headers, rows } = tableOf(await download(address, 'csv'), 'a.csv');
  const ann = rows.find(({ cells }) => cells.includes('ann@plus.example'))?.cells ?? [];
  const line = Object.fromEntries(
    headers.map((header, at) => [header, withoutGuard(ann[at] ?? '')]),
  );
  expect(line).toMatchObject({
    Enterprise: '+Plus & Sons Ltd',
    Position: 'Owner',
    'Main contact': 'yes',
  });
});

const comesBack: readonly [ImportKind, string][] = [
  ['enterprises', '/enterprises/export'],
  ['people', 'people/export'],
  ['mentors', 'mentors/export'],
];

test.each(
  comesBack.flatMap(([kind, end]) =>
    (['csv', 'xlsx'] as const).map((format) => [kind, end, format] as const),
  ),
)(
  '%s that were downloaded here are nothing new when they come back (%s, %s)',
  async (kind, end, format) => {
    const address = exports.find((one) => one.endsWith(end)) ?? '';
    const bytes = await download(address, format);
    const rows = tableOf(bytes, `a.${format}`).rows.length;
    const told = await importList(manager, {
      target: { kind, programmeId: scene.world.programme.id },
      fileName: `list.${format}`,
      bytes,
      isDryRun: true,
    });
    expect(told.problems.filter(({ isRefusal }) => isRefusal)).toEqual([]);
    expect(told).toMatchObject({ created: 0, updated: 0, rejected: 0, unchanged: rows });
    expect(rows).toBeGreaterThan(0);
  },
);
