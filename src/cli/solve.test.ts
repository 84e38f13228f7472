import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { projectDirectory } from '../platform/data-directory.ts';
import { solve, verifyCommand } from './solve.ts';

const folder = mkdtempSync(join(tmpdir(), 'espalier-solve-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string) => join(folder, name);
const read = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(file(name), 'utf8')) as Record<string, unknown>;

function written(name: string, content: unknown): string {
  writeFileSync(file(name), JSON.stringify(content));
  return file(name);
}

const market = {
  needs: [
    {
      id: 'export',
      unmatchedPenalty: 5,
      pairs: [
        { mentor: 'Ana', fit: 90 },
        { mentor: 'Ben', fit: 80 },
      ],
    },
    { id: 'finance', unmatchedPenalty: 5, pairs: [{ mentor: 'Ana', fit: 85 }] },
    { id: 'nobody', unmatchedPenalty: 5, pairs: [] },
  ],
  mentors: [
    { id: 'Ana', places: 1 },
    { id: 'Ben', places: 1 },
  ],
};

const panel = {
  seats: 1,
  applicants: [
    { id: 'a', score: 60, places: 1, functions: { f: 100 }, sectors: { s: 100 } },
    { id: 'b', score: 90, places: 1, functions: { g: 100 }, sectors: { s: 100 } },
  ],
  demand: [{ function: 'f', sector: 's', needs: 1 }],
};

const dates = {
  from: '2027-01-04',
  to: '2027-01-05',
  hours: { from: '09:00', to: '10:00', step: 60 },
  people: [{ id: 'Ana' }],
  meetings: [{ id: 'one', people: ['Ana'], minutes: 60 }],
};

const portfolio = {
  pots: [{ id: 'free' }],
  scenarios: [{ id: 's', pots: { free: 10 } }],
  enterprises: [{ id: 'b', levels: [{ id: 'light', value: 3, cost: 10 }] }],
};

test('solves a matching and proves it from the two files', async () => {
  const input = written('market.json', market);
  expect(await solve.run(['matching', input, '--out', file('answer.json')], {})).toBe(0);
  const answer = read('answer.json');
  // Nobody to ask counts as unmatched: 80 + 85 - 5.
  expect(answer).toMatchObject({ objective: 160, unmatched: ['nobody'] });
  expect(await solve.run(['verify', input, file('answer.json')], {})).toBe(0);
  expect(await verifyCommand.run([input, file('answer.json')], {})).toBe(0);
});

test('refuses an answer that was changed, and what is no answer', async () => {
  const input = written('market.json', market);
  await solve.run(['matching', input, '--out', file('answer.json')], {});
  const worse = written('worse.json', { ...read('answer.json'), objective: 159 });
  expect(await solve.run(['verify', input, worse], {})).toBe(1);
  expect(await solve.run(['verify', input, input], {})).toBe(1);
});

test('reads gzipped content whatever its name, and writes it where the name says so', async () => {
  writeFileSync(file('packed.json'), gzipSync(JSON.stringify(market)));
  await solve.run(['matching', written('market.json', market), '--out', file('plain.json')], {});
  await solve.run(['matching', file('packed.json'), '--out', file('packed.json.gz')], {});
  const packed = gunzipSync(readFileSync(file('packed.json.gz'))).toString();
  expect(packed).toBe(readFileSync(file('plain.json'), 'utf8'));
});

test.each([
  ['panel', panel, { chosen: [{ id: 'a' }] }],
  ['dates', dates, { meetings: [{ id: 'one', start: '09:00', times: [{ day: '2027-01-04' }] }] }],
  [
    'portfolio',
    portfolio,
    { scenarios: [{ value: 3, enterprises: [{ id: 'b', level: 'light' }] }] },
  ],
])(
  'plans a %s, proved, with the same bytes twice',
  async (kind, input, result) => {
    const path = written(`${kind}.json`, input);
    expect(await solve.run([kind, path, '--out', file('once.json')], {})).toBe(0);
    expect(read('once.json')).toMatchObject({ status: 'optimal', gap: 0, result });
    await solve.run([kind, path, '--out', file('again.json')], {});
    expect(readFileSync(file('again.json'))).toEqual(readFileSync(file('once.json')));
  },
  30_000,
);

test('ends with 1 and names the rules when nothing fits', async () => {
  const meetings = [...dates.meetings, { id: 'two', people: ['Ana'], minutes: 60 }];
  const path = written('full.json', { ...dates, meetings });
  expect(await solve.run(['dates', path, '--out', file('full.out.json')], {})).toBe(1);
  expect(read('full.out.json')).toMatchObject({
    status: 'infeasible',
    result: null,
    conflict: {
      rules: [
        { words: 'one takes place' },
        { words: 'two takes place' },
        { words: 'Ana is in one meeting at a time' },
      ],
    },
  });
});

test('has help for each problem', () => {
  expect(solve.helpOf?.(['dates'])).toContain('meetings: [{id, kind?');
  expect(solve.helpOf?.(['verify'])).toContain('none is better');
  expect(solve.helpOf?.(['timetable'])).toBeUndefined();
});

test('ends with 1 for a file that holds something else, and with 2 for a question that makes no sense', async () => {
  writeFileSync(file('broken.json'), '{"needs": [');
  const input = written('market.json', market);
  const codes: [string[], number][] = [
    [['matching', file('broken.json')], 1],
    [['matching', written('list.json', [])], 1],
    [['matching', written('panel.json', panel)], 1],
    [['panel', written('seatless.json', { ...panel, seats: 0 })], 1],
    [['matching', file('missing.json')], 2],
    [['matching'], 2],
    [['matching', input, input], 2],
    [['verify', input], 2],
    [['timetable', input], 2],
    [[], 2],
    [['panel', input, '--gap', 'much'], 2],
    [['panel', input, '--speed', '9'], 2],
    [['matching', input, '--out', join(folder, 'no', 'such', 'folder.json')], 2],
  ];
  for (const [args, code] of codes) expect([args, await solve.run(args, {})]).toEqual([args, code]);
});

test('takes a file from standard input, answers on standard output, and says what is wrong in words', () => {
  const espalier = (words: string[], input: string) =>
    spawnSync(process.execPath, [join(projectDirectory, 'src/main.ts'), ...words], {
      input,
      encoding: 'utf8',
    });
  const good = espalier(['solve', 'matching', '-'], JSON.stringify(market));
  expect(JSON.parse(good.stdout)).toMatchObject({ objective: 160 });
  expect(good.stderr).toContain('2 needs assigned, 1 not; objective 160, proved.');
  const bad = espalier(['solve', 'panel', '-'], JSON.stringify({ ...panel, seats: 'two' }));
  expect(bad).toMatchObject({ status: 1, stdout: '' });
  expect(bad.stderr).toBe('seats: must be a whole number from 1 to 10000\n');
});
