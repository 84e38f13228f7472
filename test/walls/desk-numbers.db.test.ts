import { beforeAll, expect, test } from 'vitest';
import { recordOutput } from '../../src/modules/impact/commands/record-output.ts';
import { verifyOutput } from '../../src/modules/impact/commands/verify-output.ts';
import { offerMatch } from '../../src/modules/matching/commands/offer-match.ts';
import { raiseRematch } from '../../src/modules/matching/rematch/commands/raise-rematch.ts';
import { logSession } from '../../src/modules/sessions/commands/log-session.ts';
import { startSite } from '../journeys/site.ts';
import { makeWorld, type World } from '../factories/world.ts';
import { cookieFor } from './visitors.ts';

const site = await startSite();
let world: World;
let cookie: string;

/** A number of the desk with the address that it opens; without one, what stands there as plain text. */
interface Figure {
  words: string;
  href: string | null;
}

const textOf = (html: string) =>
  html
    .replace(/<!--.*?-->/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x27;/g, "'")
    .replace(/\s+/g, ' ')
    .trim();

async function open(path: string): Promise<string> {
  const answer = await fetch(`${site.url}${path}`, { headers: { cookie } });
  expect(answer.status, path).toBe(200);
  return answer.text();
}

/** Cards and cells of tables with a digit in them, each link by itself. */
function figuresOf(html: string): Figure[] {
  // The chart's table holds the quarters of its drawing, not figures of its own.
  const main = (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '').replace(
    /<figure[\s\S]*?<\/figure>/g,
    '',
  );
  const pieces = [
    ...main.matchAll(/<p class="app-card__(?:value|note)">([\s\S]*?)<\/p>/g),
    ...main.matchAll(/<td[^>]*class="[^"]*numeric[^"]*"[^>]*>([\s\S]*?)<\/td>/g),
  ];
  return pieces.flatMap(([, piece = '']) => {
    const links = [...piece.matchAll(/<a [^>]*href="([^"]+)"[^>]*>([\s\S]*?)<\/a>/g)];
    const plain = textOf(piece.replace(/<a [^>]*>[\s\S]*?<\/a>/g, ' '));
    return [
      ...links.map(([, href = '', words = '']) => ({
        words: textOf(words),
        href: href.replaceAll('&amp;', '&'),
      })),
      ...(/\d/.test(plain) ? [{ words: plain, href: null }] : []),
    ];
  });
}

const rowsOf = (html: string) =>
  [...(/<tbody[^>]*>([\s\S]*?)<\/tbody>/.exec(html)?.[1] ?? '').matchAll(/<tr[\s>]/g)].length;

function sectionOf(html: string, id: string): string {
  const from = html.indexOf(`id="${id}"`);
  expect(from, `#${id} is not there`).toBeGreaterThan(-1);
  return html.slice(from, html.indexOf('</section>', from));
}

/** What the opened page says of its rows, in the words of the desk. */
function countedBehind(figure: Figure, page: string): string {
  const href = figure.href ?? '';
  const number = /^[\d,.£]+/.exec(figure.words)?.[0] ?? '';
  const [, id] = href.split('#');
  if (id === 'on-the-way') return String(rowsOf(sectionOf(page, id)));
  if (id !== undefined) {
    const section = sectionOf(page, id);
    const title = textOf(/<h2[^>]*>([\s\S]*?)<\/h2>/.exec(section)?.[1] ?? '');
    const values = [...section.matchAll(/<td[^>]*numeric[^>]*>([\s\S]*?)<\/td>/g)].map(
      ([, cell = '']) => Number(textOf(cell).replace(/[^\d.]/g, '')),
    );
    const sum = values.reduce((all, one) => all + one, 0);
    if (id === 'profile')
      return title.includes(figure.words) || section.includes(figure.words) ? number : title;
    return title.includes(figure.words) ? String(sum) : title;
  }
  const isPlaces = href.includes('place=free');
  if (isPlaces) return /(\d+) places? free/.exec(textOf(page))?.[1] ?? 'no sum';
  return String(rowsOf(page));
}

beforeAll(async () => {
  world = await makeWorld(site.app);
  const { programme } = world;
  const adviser = await world.ctxAs('adviser');
  const verifier = await world.ctxAs('manager');
  const mentors = [
    await world.mentor({ places: 3, expertise: { finance: 4 } }),
    await world.mentor({ places: 2, expertise: { finance: 2, customers: 5 } }),
    await world.mentor({ places: 1, expertise: { export: 4 }, live: false }),
  ];
  for (const state of ['applied', 'applied', 'not-eligible', 'closed'] as const) {
    await world.enrolment({ state });
  }
  // Needs of firms that are not supported are nobody's to place.
  await world.need({ enrolment: await world.enrolment({ state: 'withdrawn' }) });
  await world.need({ area: 'finance' });
  await world.need({ area: 'customers' });
  const asked = await world.need({ area: 'finance' });
  await offerMatch(adviser, { needId: asked.id, mentorId: mentors[0]?.id ?? '' });
  await world.match({ to: '2026-11-16' });
  const live = await world.match({
    from: '2026-03-02',
    ...(mentors[1] ? { mentor: mentors[1] } : {}),
  });
  const toChange = await world.match({ from: '2026-09-01' });
  await raiseRematch(adviser, { matchId: toChange.id, note: 'Not their field.' });
  const mentor = await world.ctxFor(live.mentor.person);
  for (const [day, attendance] of [
    ['2026-05-11', 'no-show'],
    ['2026-11-11', 'attended'],
    ['2026-11-12', 'attended'],
    ['2026-11-13', 'no-show'],
  ] as const) {
    await logSession(mentor, {
      matchId: live.id,
      startsAt: `${day}T09:00:00.000Z`,
      endsAt: `${day}T10:00:00.000Z`,
      mode: 'video',
      topics: ['finance'],
      enterprise: { attendance, reason: 'Nobody came.' },
    });
  }
  for (const [value, isVerified] of [
    [4.5, false],
    [2, true],
  ] as const) {
    const { id } = await world.enrolment();
    const { outputId } = await recordOutput(adviser, {
      enrolmentId: id,
      indicator: 'C8',
      value,
      achievedOn: '2026-11-10',
    });
    if (isVerified) await verifyOutput(verifier, { outputId });
  }
  await site.app.database.tenant(world.orgId, async (tx) => {
    await tx
      .insertInto('target')
      .values(
        [
          ['C8', '2026-Q2', 11.4],
          ['C8', '2026-Q3', 34.1],
          ['C1', '2026-Q3', 20],
          ['C6', '2026-Q3', 250_000],
        ].map(([indicator, quarter, value]) => ({
          ...{ org_id: world.orgId, programme_id: programme.id },
          ...{ indicator: String(indicator), quarter: String(quarter), value: Number(value) },
        })),
      )
      .execute();
  });
  cookie = await cookieFor(world, await world.person({ roles: ['manager'] }));
}, 120_000);

test('every number on the programme desk opens exactly the list that it counts', async () => {
  const desk = await open(`/o/${world.org.slug}/p/${world.programme.slug}`);
  const figures = figuresOf(desk);
  const linked = figures.filter((figure) => figure.href !== null);
  const wrong: string[] = [];
  for (const figure of linked) {
    const behind = countedBehind(figure, await open(figure.href ?? ''));
    const number = (/^£?([\d,.]+)/.exec(figure.words)?.[1] ?? figure.words).replace(/,/g, '');
    if (behind.replace(/[£,]/g, '') !== number) {
      wrong.push(`${figure.words} opens ${figure.href}, which has ${behind}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(linked.length).toBeGreaterThan(15);
  expect(linked.map(({ words }) => words)).toEqual(
    expect.arrayContaining(['2 to decide', '5 open needs', '4.5 FTE', '2 FTE', '45.5 FTE']),
  );
});

test('what is no link is nothing to open, or worked out from the numbers beside it', async () => {
  const desk = await open(`/o/${world.org.slug}/p/${world.programme.slug}`);
  const plain = figuresOf(desk).filter((figure) => figure.href === null);
  const told = /^(0( FTE)?( of)?|£0( of)?|\d+ %|\d+ days?|median of ; target \d+ days?)$/;
  expect(plain.map(({ words }) => words).filter((words) => !told.test(words))).toEqual([]);
});
