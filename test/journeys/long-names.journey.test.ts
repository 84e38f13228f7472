import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import routes from '../../src/routes.ts';
import { withClient } from '../../src/platform/postgres/client.ts';
import { makeVisitors } from '../walls/make-visitors.ts';
import { addressesOf, fill, isOpenTo, pageRules } from '../walls/page-rules.ts';
import { makeScene, type Scene } from '../walls/scene.ts';
import { plantMarkers } from '../walls/text-rules.ts';
import type { Visitor } from '../walls/visitors.ts';
import { openPage } from './browser.ts';
import { startSite } from './site.ts';

const site = await startSite();

/** Names as they are: of 83 letters without a gap, and an address as people have them. */
const longWord = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
const longNames: Readonly<Record<string, string>> = {
  'organisation.name': `Wirtschaftsförderungsgesellschaft ${longWord}`,
  'programme.name': `Förderprogramm ${longWord}`,
  'enterprise.name': `${longWord}sverwaltung mbH & Co. KG`,
  'enterprise.trading_name': longWord,
  'enterprise.website': `https://www.${longWord.slice(0, 60).toLowerCase().replace('ä', 'ae')}.example/kontakt`,
  'supplier.name': longWord,
};

/** Who walks: one of each kind that has pages, in the order in which pages are taken. */
const walkers = ['manager', 'admin', 'adviser', 'auditor', 'finance', 'mentor', 'participant'];
let here: Scene;
let visitors: Visitor[];

beforeAll(async () => {
  here = await makeScene(site.app, 'zqlong');
  const there = await makeScene(site.app, 'zqthere');
  await plantMarkers(site.app, { ...here, mark: longWord });
  visitors = await makeVisitors(here, there);
  await withClient(site.app.connections.owner, async (client) => {
    for (const [name, text] of Object.entries(longNames)) {
      const [table = '', column = ''] = name.split('.');
      await client.query(`update ${table} set ${column} = $1 where org_id = $2`, [
        text,
        here.world.orgId,
      ]);
    }
    await client.query(
      `update person set name = 'Maximiliane-Friederike ' || $1 || substr(id::text, 30),
         email = substr(id::text, 30) || '.vorname.nachname@' || lower(left($2, 52)) || '.example'
       where org_id = $3 and email is not null`,
      [longWord.slice(0, 40), longWord.replace('ä', 'ae'), here.world.orgId],
    );
  });
});

/** Each page once, with the first walker for whom it opens. */
function pagesToWalk(): { visitor: Visitor; path: string }[] {
  const inOrder = walkers.flatMap((role) =>
    visitors.filter(
      (one) => one.role === role && (one.reach === 'organisation' || one.reach === 'programme'),
    ),
  );
  return routes
    .flatMap((entry) => addressesOf(entry))
    .filter((address) => address.replace(/^o\/:org\/?/, '') in pageRules)
    .filter((address) => /^o\/:org(\/|$)/.test(address))
    .flatMap((address) => {
      const rule = pageRules[address.replace(/^o\/:org\/?/, '')] ?? {};
      const visitor = inOrder.find((one) => isOpenTo(one, rule));
      return visitor ? [{ visitor, path: fill(address, here.params) }] : [];
    });
}

/** How much wider than its window the page is, and what reaches out of it. */
const sideways = `(() => {
  const root = document.documentElement;
  const over = root.scrollWidth - root.clientWidth;
  if (over <= 0) return null;
  const isClipped = (el) => {
    for (let up = el.parentElement; up && up !== document.body; up = up.parentElement) {
      if (/auto|scroll|hidden|clip/.test(getComputedStyle(up).overflowX)) return true;
    }
    return false;
  };
  const out = [...document.body.querySelectorAll('*')].filter((el) =>
    el.getBoundingClientRect().right > root.clientWidth + 1 && !isClipped(el));
  const inner = out.filter((el) => !out.some((other) => other !== el && el.contains(other)));
  return over + ' px: ' + inner.slice(0, 3).map((el) =>
    el.tagName.toLowerCase() + '.' + String(el.className.baseVal ?? el.className).replaceAll(' ', '.')).join(', ');
})()`;

async function walk(page: Page, path: string): Promise<string[]> {
  const answer = await page.goto(path).catch((error: Error) => {
    // A file to keep has no looks.
    if (error.message.includes('Download is starting')) return null;
    throw error;
  });
  if (!answer?.headers()['content-type']?.includes('text/html')) return [];
  if (answer.status() !== 200) return [`${path} answered ${answer.status()}`];
  const found: string[] = [];
  const narrow = await page.evaluate<string | null>(sideways);
  if (narrow) found.push(`${path} at 320: ${narrow}`);
  await page.evaluate(
    `document.documentElement.style.setProperty('font-size', '200%', 'important')`,
  );
  const doubled = await page.evaluate<string | null>(sideways);
  if (doubled) found.push(`${path} with doubled text: ${doubled}`);
  return found;
}

test('no page runs out sideways at 320 pixels, nor with doubled text, whatever names are in it', async () => {
  const byVisitor = Map.groupBy(pagesToWalk(), ({ visitor }) => visitor);
  const found: string[] = [];
  for (const [visitor, pages] of byVisitor) {
    // Without scripts, which must not be needed to keep a page in its window either.
    const page = await openPage(site.url, {
      viewport: { width: 320, height: 640 },
      javaScriptEnabled: false,
    });
    const [name = '', value = ''] = visitor.cookie.split(/=(.*)/s);
    await page.context().addCookies([{ name, value: value.split(';')[0] ?? '', url: site.url }]);
    for (const { path } of pages) found.push(...(await walk(page, path)));
    await page.close();
  }
  expect([...byVisitor.values()].flat().length).toBeGreaterThan(120);
  expect(found).toEqual([]);
});
