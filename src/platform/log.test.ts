import { expect, test } from 'vitest';
import { createLog, withRequestId } from './log.ts';

const marker = 'marker-7f3a';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  let text = '';
  write(createLog({ to: { write: (line) => void (text += line) } }));
  return text;
}

test('never writes a secret, wherever it stands', () => {
  const text = logged((log) => {
    log.info({ cookie: marker, req: { headers: { cookie: marker, authorization: marker } } });
    log.info({ password: marker, user: { token: marker, deep: { secret: marker } } });
    log.info({ res: { headers: { 'set-cookie': marker } } });
    log.info({ url: `/o/hub/link/${marker}?x=1` }, `opened /setup/${marker}`);
    log.info(`GET /auth/magic-link/verify?token=${marker}&callbackURL=/`);
    log.warn({ err: new Error(`smtp://hub:${marker}@mail.example:587 refused`) });
  });
  expect(text.split('\n')).toHaveLength(7);
  expect(text).not.toContain(marker);
});

test('keeps rows and values of the database out of errors, and tokens out of addresses', () => {
  const failed = Object.assign(new Error('violates check constraint'), {
    code: '23514',
    detail: `Failing row contains (${marker})`,
    where: marker,
    parameters: [marker],
    // node-postgres adds the connection that was lost, with all its settings.
    client: { host: marker, connection: { stream: marker } },
  });
  const text = logged((log) => {
    log.error({ err: failed });
    log.error({ err: new Error('outside', { cause: failed }) });
    log.error({ path: `/sign-in/new-password/${marker}` });
    log.error({ path: `/sign-in/link/${marker}` });
  });
  expect(text).not.toContain(marker);
  expect(text).toContain('23514');
});

test('writes the request with each line of it', () => {
  const text = logged((log) => withRequestId('r-1', () => log.info('seen')));
  expect(JSON.parse(text)).toMatchObject({ level: 'info', msg: 'seen', requestId: 'r-1' });
});
