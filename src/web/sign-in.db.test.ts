import { expect, test } from 'vitest';
import { createTestApp } from '../../test/factories/app.ts';
import { isKnownDevice, rememberDevice } from './known-device.ts';
import { countLetter, countSignIn, forgetTries } from './sign-in.ts';

const app = await createTestApp();

const tries = async (count: number, attempt: { email: string; peer: string; isKnown: boolean }) => {
  const outcomes = [];
  for (let n = 0; n < count; n += 1) {
    outcomes.push(
      await countSignIn(app, attempt).then(
        () => true,
        () => false,
      ),
    );
  }
  return outcomes.filter(Boolean).length;
};

test('who types somebody’s address wrongly all day locks out themselves and nobody else', async () => {
  const email = 'wen@example.org';
  expect(await tries(12, { email, peer: '192.0.2.1', isKnown: false })).toBe(10);
  expect(await tries(1, { email, peer: '192.0.2.2', isKnown: false })).toBe(1);
});

test('many machines reach the wide limit, and the owner’s own device still gets in', async () => {
  const email = 'amir@example.org';
  let allowed = 0;
  for (let machine = 1; machine <= 12; machine += 1) {
    allowed += await tries(10, { email, peer: `198.51.100.${machine}`, isKnown: false });
  }
  expect(allowed).toBe(100);
  const own = { email, peer: '203.0.113.9', isKnown: true };
  expect(await tries(12, own)).toBe(10);
  await forgetTries(app, own);
  expect(await tries(1, own)).toBe(1);
});

test('letters asked for by a stranger do not keep the owner from asking', async () => {
  const email = 'rosa@example.org';
  for (let n = 0; n < 4; n += 1) await countLetter(app, email, '192.0.2.50');
  await expect(countLetter(app, email, '192.0.2.50')).rejects.toMatchObject({ code: 'limit' });
  await countLetter(app, email, '192.0.2.51');
});

test('a limit that is reached stands in the log, without anybody’s address', async () => {
  await tries(11, { email: 'quiet@example.org', peer: '192.0.2.77', isKnown: false });
  const lines = app.lines.filter((line) => line.includes('"event":"limit"'));
  expect(lines.at(-1)).toContain('"what":"sign-in"');
  expect(lines.join('')).not.toContain('quiet@example.org');
});

test('a device is known for the address that signed in on it, and for no other', () => {
  const request = (cookie: string) =>
    new Request('http://localhost/sign-in', { headers: { cookie } });
  const answer = rememberDevice(app, request(''), 'wen@example.org', new Response());
  const [cookie = ''] = (answer.headers.getSetCookie()[0] ?? '').split(';');
  expect(isKnownDevice(app, request(cookie), 'Wen@example.org')).toBe(true);
  expect(isKnownDevice(app, request(cookie), 'amir@example.org')).toBe(false);
  expect(isKnownDevice({ ...app, secret: 'another' }, request(cookie), 'wen@example.org')).toBe(
    false,
  );
  const second = rememberDevice(app, request(cookie), 'amir@example.org', new Response());
  const [both = ''] = (second.headers.getSetCookie()[0] ?? '').split(';');
  for (const email of ['wen@example.org', 'amir@example.org']) {
    expect(isKnownDevice(app, request(both), email)).toBe(true);
  }
});
