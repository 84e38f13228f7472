import { expect, test } from 'vitest';
import { createBodyRoom } from './body-room.ts';

const never = 1000;

test('what has room goes in at once, and the rest waits until something has left', async () => {
  const room = createBodyRoom({ total: 10, perVisitor: 10, waitSeconds: never });
  const first = await room.enter('192.0.2.1', 6);
  let isIn = false;
  const second = room.enter('192.0.2.2', 6).then((leave) => {
    isIn = true;
    return leave;
  });
  await Promise.resolve();
  expect(isIn).toBe(false);
  first?.();
  (await second)?.();
  expect(isIn).toBe(true);
});

test('one visitor cannot take the whole room, in whatever address of their network', async () => {
  const room = createBodyRoom({ total: 10, perVisitor: 5, waitSeconds: 0 });
  expect(await room.enter('2001:db8::1', 5)).not.toBeNull();
  expect(await room.enter('2001:db8::2', 1)).toBeNull();
  expect(await room.enter('192.0.2.1', 5)).not.toBeNull();
});

test('leaving twice gives no more room than there was', async () => {
  const room = createBodyRoom({ total: 5, perVisitor: 5, waitSeconds: 0 });
  const leave = await room.enter('192.0.2.1', 5);
  leave?.();
  leave?.();
  expect(await room.enter('192.0.2.1', 5)).not.toBeNull();
  expect(await room.enter('192.0.2.2', 1)).toBeNull();
});
