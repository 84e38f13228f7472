import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../src/kernel/ids.ts';
import { makeMatch } from '../factories/matches.ts';
import { makeWorld, type World } from '../factories/world.ts';
import { startSite } from '../journeys/site.ts';
import { cookieFor } from '../walls/visitors.ts';

const site = await startSite();
const words = 'They won the order, & the <bank> agreed.';

let world: World;
let page: string;
let mentor: { id: string; name: string; email: string | null };

beforeAll(async () => {
  world = await makeWorld(site.app);
  const need = await world.need({ state: 'introduced' });
  const match = await makeMatch(world, { need });
  mentor = match.mentor.person;
  page = `/o/${world.org.slug}/mentor/sessions/new?match=${match.id}`;
}, 120_000);

async function send(path: string, cookie: string, fields?: Record<string, string>) {
  const answer = await fetch(`${site.url}${path}`, {
    headers: { cookie },
    redirect: 'manual',
    ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
  });
  const set = answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  return {
    status: answer.status,
    to: answer.headers.get('location') ?? '',
    retryAfter: answer.headers.get('retry-after'),
    last: set.find((line) => line.startsWith('espalier_last=')) ?? '',
    said: decodeURIComponent(set.find((line) => line.startsWith('espalier_said=')) ?? ''),
    text: await answer.text(),
  };
}

/** What a browser still has after its session has ended: who was signed in last. */
async function signedOutAfter(cookie: string): Promise<string> {
  const opened = await send(page, cookie);
  expect(opened.status).toBe(200);
  return opened.last;
}

describe('a form that is sent after the session has ended', () => {
  test('is kept, offered to the same person after signing in, and sent as it was', async () => {
    const cookie = await cookieFor(world, mentor);
    const last = await signedOutAfter(cookie);
    const fields = { _key: newId(), summary: words, minutes: '60' };
    const refused = await send(page, last, fields);
    expect(refused.status).toBe(302);
    expect(refused.said).toContain('kept for an hour');
    const kept = new URLSearchParams(refused.to.split('?')[1]).get('back') ?? '';
    expect(kept).toMatch(/\/kept\/[0-9a-f-]{36}$/);

    const offered = await send(kept, cookie);
    expect(offered.status).toBe(200);
    expect(offered.text).toContain('They won the order, &amp; the &lt;bank&gt; agreed.');
    expect(offered.text).toContain(`value="${fields._key}"`);
    expect(offered.text).toContain(`action="${page}"`);
    expect((await send(page, cookie)).text).toContain(kept);

    const stranger = await world.person({ roles: ['admin'] });
    const other = await cookieFor(world, stranger);
    expect((await send(kept, other)).status).toBe(404);
    expect((await send(page.split('?')[0] ?? '', other)).text).not.toContain('/kept/');
  });

  test('is not kept for somebody who was never signed in here, and keeps its address with the query', async () => {
    const forged = 'espalier_last=somebody.forged';
    for (const cookie of ['', forged]) {
      const refused = await send(page, cookie, { summary: words });
      expect(refused.to).toBe(`/sign-in?back=${encodeURIComponent(page)}`);
    }
  });

  test('is told so when it is a draft, instead of being taken for saved', async () => {
    const answer = await send(page, '', { _draft: 'yes', summary: words });
    expect(answer.status).toBe(401);
  });
});

test('a form for a link that has died gives its words back', async () => {
  const path = `/l/${world.org.slug}/${'x'.repeat(43)}/session`;
  const answer = await send(path, '', { summary: words });
  expect(answer.status).toBe(404);
  expect(answer.text).toContain('They won the order, &amp; the &lt;bank&gt; agreed.');
});
