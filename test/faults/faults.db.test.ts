import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../src/kernel/ids.ts';
import { type Installation, install } from './installation.ts';

let espalier: Installation;
let counter = 0;

beforeAll(async () => {
  espalier = await install();
});

afterAll(() => espalier?.remove());

/** Makes programmes from several browsers until told; gives the names that were acknowledged. */
function keepWriting(): { stop(): Promise<string[]>; acknowledged: string[] } {
  let isStopped = false;
  const acknowledged: string[] = [];
  const write = async () => {
    while (!isStopped) {
      counter += 1;
      const name = `Programme number ${counter}.`;
      const answer = await espalier
        .post('/o/works/programmes/new', { _key: newId(), name })
        .catch(() => null);
      if (answer?.status === 303) acknowledged.push(name);
      else await new Promise((next) => setTimeout(next, 20));
    }
  };
  const writers = [write(), write(), write()];
  return {
    acknowledged,
    async stop() {
      isStopped = true;
      await Promise.all(writers);
      return acknowledged;
    },
  };
}

async function untilWritten(acknowledged: readonly string[], least: number): Promise<void> {
  for (let tries = 0; acknowledged.length < least; tries += 1) {
    if (tries > 15_000) throw new Error('nothing is written');
    await new Promise((next) => setTimeout(next, 20));
  }
}

async function lostOf(names: readonly string[]): Promise<string[]> {
  const list = await (await espalier.get('/o/works/programmes')).text();
  return names.filter((name) => !list.includes(name));
}

test('a server that is killed while people write loses nothing that was acknowledged', async () => {
  const writing = keepWriting();
  await untilWritten(writing.acknowledged, 10);
  await espalier.killServer();
  const acknowledged = await writing.stop();
  await espalier.start();
  expect(await lostOf(acknowledged)).toEqual([]);
});

test('a database that is killed while people write loses nothing and comes back by itself', async () => {
  const writing = keepWriting();
  await untilWritten(writing.acknowledged, 10);
  const before = writing.acknowledged.length;
  await espalier.killDatabase();
  await espalier.recovers();
  await untilWritten(writing.acknowledged, before + 5);
  expect(await lostOf(await writing.stop())).toEqual([]);
});

test('a form that is sent twice at once does one thing and gives one answer', async () => {
  const fields = { _key: newId(), name: 'Sent twice over' };
  const send = () => espalier.post('/o/works/programmes/new', fields);
  const answers = await Promise.all([send(), send(), send()]);
  answers.push(await send());
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
  expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1);
  const list = await (await espalier.get('/o/works/programmes')).text();
  expect(list.split('Sent twice over').length - 1).toBe(1);
});

test('the second of two people who edit is shown both versions, and nothing is overwritten', async () => {
  const made = await espalier.post('/o/works/programmes/new', { _key: newId(), name: 'Shared' });
  const page = made.headers.get('location') ?? '';
  const form = await (await espalier.get(page)).text();
  const programmeId = /name="programmeId" value="([^"]+)"/.exec(form)?.[1] ?? '';
  const edit = (name: string) =>
    espalier.post(page, {
      _key: newId(),
      _version: '1',
      programmeId,
      name,
      startsOn: '2026-04-01',
      endsOn: '2029-03-31',
    });
  const answers = await Promise.all([edit('Written by Ada'), edit('Written by Ben')]);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303, 409]));
  const refused = await answers.find(({ status }) => status === 409)?.text();
  expect(refused).toContain('Written by Ada');
  expect(refused).toContain('Written by Ben');
});
