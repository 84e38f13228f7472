import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App } from '../../platform/context.ts';
import { accountOf } from '../session.ts';
import { createBodyRoom } from './body-room.ts';
import { type BodyRule, bodyRules } from './body-rule.ts';
import type { PageTable } from './page-table.ts';
import { discard, receiveBody } from './receive-body.ts';
import type { EarlyRefusal } from './refuse-early.ts';

/** What came with a request: its bytes, or why they were not taken; a page then says so in its frame. */
export interface Sent {
  readonly bytes: Buffer<ArrayBuffer> | null;
  readonly refusal: EarlyRefusal | null;
}

const megabyte = 1024 * 1024;

const busy: EarlyRefusal = {
  status: 503,
  message: 'Too much is being sent at the moment. Wait a minute and send it again.',
  headers: { 'Retry-After': '60' },
};

/**
 * Reads what is posted, within what its page takes. Small forms always have room; how many bytes of longer
 * ones and of files are in memory at a time is bounded, and a file is read only for somebody signed in.
 */
export function createReceiver(app: App, pages: PageTable) {
  const rooms = {
    'a long form': createBodyRoom({
      total: 16 * megabyte,
      perVisitor: 8 * megabyte,
      waitSeconds: 20,
    }),
    'a file': createBodyRoom({ total: 50 * megabyte, perVisitor: 25 * megabyte, waitSeconds: 60 }),
  };

  return async function receive(
    asked: IncomingMessage,
    response: ServerResponse,
    shell: Request,
    visitor: string,
  ): Promise<Sent | null> {
    const length = Number(asked.headers['content-length']);
    const rule = await ruleFor(length, new URL(shell.url).pathname, shell);
    if (length > rule.maxBytes) return refuse(asked, { status: 413, message: rule.words });
    if (length > bodyRules['a form'].maxBytes && rule.takes !== 'a form') {
      const leave = await rooms[rule.takes].enter(visitor, length);
      if (leave === null) return refuse(asked, busy);
      response.once('close', leave);
      if (response.destroyed) leave();
    }
    const received = await receiveBody(asked, rule);
    if (received.ok) return { bytes: received.bytes, refusal: null };
    // Nobody is there any more to be told.
    return asked.destroyed && !asked.complete ? null : { bytes: null, refusal: received.refusal };
  };

  async function ruleFor(length: number, path: string, shell: Request): Promise<BodyRule> {
    // Every page takes that much: only longer bodies wait until the table is looked through.
    if (length <= bodyRules['a form'].maxBytes) return bodyRules['a form'];
    const rule = pages.bodyRuleOf(path);
    const smaller = bodyRules['a long form'];
    if (rule.takes !== 'a file' || length <= smaller.maxBytes) return rule;
    return (await accountOf(app, shell)) === null ? smaller : rule;
  }

  function refuse(asked: IncomingMessage, refusal: EarlyRefusal): Sent {
    app.log.info({ refused: refusal.status, path: asked.url?.split('?')[0] });
    discard(asked);
    return { bytes: null, refusal };
  }
}
