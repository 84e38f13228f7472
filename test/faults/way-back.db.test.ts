import { beforeAll, describe, expect, test } from 'vitest';
import { makeAccount, usualPassword } from '../factories/accounts.ts';
import { makeWorld } from '../factories/world.ts';
import { startSite } from '../journeys/site.ts';

const site = await startSite();
const goal = '/o/growth-hub/people?search=a%20b';
const away = ['https://evil.test/', '//evil.test/', '/\\evil.test', '/\t/evil.test'];

// Before there is an organisation, every page leads to setting one up.
beforeAll(async () => {
  await makeWorld(site.app);
}, 120_000);

const backTo = (path: string) => `?back=${encodeURIComponent(path)}`;

async function send(path: string, fields?: Record<string, string>) {
  const answer = await fetch(`${site.url}${path}`, {
    redirect: 'manual',
    ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
  });
  return {
    status: answer.status,
    to: answer.headers.get('location') ?? '',
    text: await answer.text(),
  };
}

/** The way into the newest letter to an address, without the host. It is written while the page answers. */
async function mailedTo(address: string, path: string): Promise<string> {
  const pattern = new RegExp(`${site.url}(${path}/\\S+)`);
  const way = () => {
    const letter = site.app.post.kept().find((one) => one.address === address);
    return pattern.exec(letter?.body ?? '')?.[1];
  };
  await expect.poll(way).toBeDefined();
  return way() ?? '';
}

async function signInLinkAsked(back: string) {
  const { email } = await makeAccount(site.app);
  const asked = await send(`/sign-in/link${backTo(back)}`, { email });
  return { asked, path: await mailedTo(email, '/sign-in/link') };
}

describe('where somebody was going is kept', () => {
  test('on every page of signing in and between them', async () => {
    for (const page of ['/sign-in', '/sign-in/link', '/sign-in/new-password', '/sign-in/code']) {
      const { text } = await send(`${page}${backTo(goal)}`);
      const ways = [...text.matchAll(/href="(\/sign-in[^"]*)"/g)].map((found) => found[1]);
      expect(ways, page).not.toEqual([]);
      for (const way of ways) expect(way, page).toContain(encodeURIComponent(goal));
    }
  });

  test('through a mailed link and the page after asking for it', async () => {
    const { asked, path } = await signInLinkAsked(goal);
    expect(asked.text).toContain(`/sign-in${backTo(goal)}`);
    expect(path).toContain(encodeURIComponent(goal));
    expect(await send(path, {})).toMatchObject({ status: 303, to: goal });
    const again = await send(path, {});
    expect(again.status).toBe(422);
    expect(again.text).toContain(`/sign-in/link${backTo(goal)}`);
  });

  test('through a forgotten password', async () => {
    const { email } = await makeAccount(site.app);
    await send(`/sign-in/new-password${backTo(goal)}`, { email });
    const path = await mailedTo(email, '/sign-in/new-password');
    const chosen = await send(path, { password: 'seven silver spoons in a drawer' });
    expect(chosen).toMatchObject({ status: 303, to: `/sign-in${backTo(goal)}` });
    const signedIn = await send(chosen.to, { email, password: 'seven silver spoons in a drawer' });
    expect(signedIn.to).toBe(goal);
  });

  test('when somebody signs out to sign in as another', async () => {
    const invitation = '/o/growth-hub/invitation/secret';
    const answer = await send(`/sign-out${backTo(invitation)}`, {});
    expect(answer.to).toBe(`/sign-in${backTo(invitation)}`);
  });
});

describe('no way of signing in leads to another site', () => {
  test.each(away)('%j', async (back) => {
    const { asked, path } = await signInLinkAsked(back);
    expect(asked.text).not.toContain('evil.test');
    expect(path).not.toContain('back=');
    expect((await send(`${path}${backTo(back)}`, {})).to).toBe('/');
    const { email } = await makeAccount(site.app);
    await send(`/sign-in/new-password${backTo(back)}`, { email });
    expect(await mailedTo(email, '/sign-in/new-password')).not.toContain('back=');
    const signedIn = await send(`/sign-in${backTo(back)}`, { email, password: usualPassword });
    expect(signedIn.to).toBe('/');
    expect((await send(`/sign-out${backTo(back)}`, {})).to).toBe('/sign-in');
  });
});
