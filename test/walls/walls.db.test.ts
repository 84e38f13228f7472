import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import routes from '../../src/routes.ts';
import { startSite } from '../journeys/site.ts';
import { markupProblems, scriptlessProblems } from '../page-markup.ts';
import { makeVisitors } from './make-visitors.ts';
import { addressesOf, filesOf, fill, isOpenTo, pageRules } from './page-rules.ts';
import { makeScene, type Scene } from './scene.ts';
import { markerOf, plantMarkers, proseColumns, textRules } from './text-rules.ts';
import { isGranted, type Visitor } from './visitors.ts';

const site = await startSite();
const addresses = routes
  .flatMap((entry) => addressesOf(entry))
  .filter((address) => address === 'o/:org' || address.startsWith('o/:org/'))
  .filter((address) => !address.startsWith('o/:org/link/'));
const fileOf = new Map(
  routes
    .flatMap((entry) => filesOf(entry))
    .map(([address, file]) => [address.replace(/^o\/:org\/?/, ''), file]),
);
const nameOf = (address: string) => address.replace(/^o\/:org\/?/, '');

interface Visit {
  readonly visitor: Visitor;
  readonly address: string;
  readonly isOpen: boolean;
  readonly status: number;
  readonly body: string;
}

let here: Scene;
let there: Scene;
let visitors: Visitor[];
let visits: Visit[];
/** Kept for the organisation, on no page yet. */
// Only the organisation of a demonstration has a story.
const shownNowhere = ['demonstration_story.failure'];
/** The same pages for an enterprise that was refused and a match that is over. */
let pastVisits: Visit[];
const pastPages = /:enrolment(\/eligibility|\/close)?$|:match$|\/mentor\/offers\/:offer$/;

async function visit(
  visitor: Visitor,
  address: string,
  path: string,
  init: RequestInit = {},
): Promise<Visit> {
  const answer = await fetch(`${site.url}${path}`, {
    ...init,
    headers: visitor.cookie === '' ? {} : { cookie: visitor.cookie },
    redirect: 'manual',
  });
  const to = answer.headers.get('location') ?? '';
  const isRedirect = answer.status >= 300 && answer.status < 400;
  return {
    visitor,
    address: nameOf(address),
    isOpen: answer.status === 200 || (isRedirect && !to.startsWith('/sign-in')),
    status: answer.status,
    body: await answer.text(),
  };
}

/** All visits, four at a time. */
async function crawl(wanted: readonly (() => Promise<Visit>)[]): Promise<Visit[]> {
  const waiting = [...wanted];
  const done: Visit[] = [];
  const walk = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) done.push(await next());
  };
  await Promise.all([walk(), walk(), walk(), walk()]);
  return done;
}

beforeAll(async () => {
  here = await makeScene(site.app, 'zqhere');
  there = await makeScene(site.app, 'zqthere');
  await plantMarkers(site.app, here);
  await plantMarkers(site.app, there);
  visitors = await makeVisitors(here, there);
  visits = await crawl(
    visitors.flatMap((visitor) =>
      addresses
        .filter((address) => nameOf(address) in pageRules)
        .map((address) => () => visit(visitor, address, fill(address, here.params))),
    ),
  );
  const past = { ...here.params, ...here.paramsOfPast };
  pastVisits = await crawl(
    visitors.flatMap((visitor) =>
      addresses
        .filter((address) => pastPages.test(address))
        .map((address) => () => visit(visitor, address, fill(address, past))),
    ),
  );
});

describe('the pages of an organisation', () => {
  test('each has its line in the table of rules, and no line is left over', () => {
    expect(Object.keys(pageRules).sort()).toEqual(addresses.map(nameOf).sort());
  });

  test('open for those whom the permission table names, and are not there for anybody else', () => {
    const wrong = visits.flatMap(({ visitor, address, isOpen, status }) => {
      const rule = pageRules[address] ?? {};
      const isExpected = isOpenTo(visitor, rule);
      const isRight = isOpen === isExpected && (isOpen || status === 404 || visitor.cookie === '');
      return isRight ? [] : [`${visitor.name}: /${address} answered ${status}`];
    });
    expect(wrong).toEqual([]);
  });

  test('name the firm of a programme to nobody who works for another one', () => {
    const far = visits.filter(({ visitor }) => visitor.reach === 'another programme');
    const named = far.filter(({ body }) => body.includes(here.firmName));
    expect(named.map(({ visitor, address }) => `${visitor.name}: /${address}`)).toEqual([]);
    const near = visits.filter(({ visitor }) => visitor.reach === 'programme');
    expect(near.some(({ body }) => body.includes(here.firmName))).toBe(true);
  });

  test('each opens for somebody', () => {
    const opened = new Set(visits.flatMap((one) => (one.isOpen ? [one.address] : [])));
    expect(Object.keys(pageRules).filter((address) => !opened.has(address))).toEqual([]);
  });

  test('show nothing of another organisation, whatever its identifiers are put in the address', async () => {
    const own = { org: here.params['org'] ?? '', programme: here.params['programme'] ?? '' };
    const params = { ...there.params, ...own };
    const withIds = addresses.filter((address) =>
      /:(enrolment|person|grant|ruleSet|mentor|document|need|diagnosis|session|offer|match|shortlist|run|application)/.test(
        address,
      ),
    );
    const near = visitors.filter(
      ({ role, reach, owns }) =>
        owns.size > 0 || reach === 'programme' || (role === 'admin' && reach === 'organisation'),
    );
    const tries = await crawl(
      near.flatMap((visitor) =>
        withIds.map((address) => () => visit(visitor, address, fill(address, params))),
      ),
    );
    const open = tries.filter((one) => one.isOpen || one.body.includes(there.mark));
    expect(open.map(({ visitor, address }) => `${visitor.name}: /${address}`)).toEqual([]);
  });
});

/**
 * The screens of another role open for whoever may read what they show, but nothing leads there: mentors and firms
 * have screens of their own, staff theirs.
 */
function isLedTo({ is }: Visitor, address: string): boolean {
  if (is.has('mentor')) return /^mentor(\/|$)/.test(address);
  if (is.has('participant')) return /^my(\/|$)/.test(address);
  return !/^(my|mentor)(\/|$)/.test(address);
}

describe('the links of a page', () => {
  test('open for whoever is offered them', async () => {
    const near = visitors.filter(
      ({ role, reach }) => role !== null && (reach === 'programme' || reach === 'organisation'),
    );
    const org = `/o/${here.params['org']}`;
    const known = new Set(
      visits
        .filter(({ isOpen }) => isOpen)
        .map(({ visitor, address }) => {
          const path = fill(`o/:org${address === '' ? '' : `/${address}`}`, here.params);
          return `${visitor.name} ${path}`;
        }),
    );
    const offered = near.flatMap((visitor) => {
      const from = new Map<string, string>();
      for (const { address, body } of visits.filter(
        (one) => one.visitor === visitor && one.isOpen && isLedTo(visitor, one.address),
      )) {
        for (const [, href = ''] of body.matchAll(/href="([^"#?]+)[^"]*"/g)) {
          const isHere = href === org || href.startsWith(`${org}/`);
          if (isHere && !known.has(`${visitor.name} ${href}`) && !from.has(href)) {
            from.set(href, address);
          }
        }
      }
      return [...from].map(([href, address]) => ({ visitor, href, address }));
    });
    const followed = await crawl(
      offered.map(({ visitor, href, address }) => async () => ({
        ...(await visit(visitor, `o/:org/${address}`, href)),
        address: `${address} leads to ${href}`,
      })),
    );
    expect(followed.length).toBeGreaterThan(100);
    const dead = followed.flatMap(({ status, visitor, address }) =>
      status === 404 ? [`${visitor.name}: /${address}`] : [],
    );
    expect([...new Set(dead)]).toEqual([]);
  }, 900_000);
});

describe('the controls of a page', () => {
  test('have ids of their own and one label each, so that a click on a name reaches its box', () => {
    const wrong = [...visits, ...pastVisits].flatMap(({ address, body }) =>
      body.startsWith('<!doctype html>')
        ? markupProblems(body).map((problem) => `/${address}: ${problem}`)
        : [],
    );
    expect([...new Set(wrong)].sort()).toEqual([]);
  });

  test('do what they say without scripts: each form can be sent, and nothing waits for a script', () => {
    const wrong = [...visits, ...pastVisits].flatMap(({ address, body }) =>
      body.startsWith('<!doctype html>')
        ? scriptlessProblems(body).map((problem) => `/${address}: ${problem}`)
        : [],
    );
    expect([...new Set(wrong)].sort()).toEqual([]);
  });
});

describe('the forms of an organisation', () => {
  /** Fields that commands ask for, so that a command reached would do something or say what is missing. */
  const form = () =>
    new URLSearchParams({
      _version: '999',
      name: 'Z',
      reason: 'Z',
      note: 'Z',
      body: 'Z',
      kind: 'other',
    });

  test('obey nobody who cannot open their page, and answer them with nothing', async () => {
    const before = await auditRows();
    const closed = visits.filter(({ isOpen, address }) => !isOpen && hasAction(address));
    const answers = await crawl(
      closed.flatMap(({ visitor, address }) => {
        const path = fill(`o/:org${address === '' ? '' : `/${address}`}`, here.params);
        const post = () =>
          visit(visitor, `o/:org/${address}`, path, { method: 'POST', body: form() });
        return [post];
      }),
    );
    // Whoever is not signed in is led to the sign-in, all others nowhere.
    const wrong = answers.filter(
      ({ visitor, status, isOpen, body }) =>
        isOpen ||
        !(visitor.cookie === '' ? [302, 404, 405] : [404, 405]).includes(status) ||
        body.includes(here.firmName),
    );
    expect(
      wrong.map(({ visitor, address, status }) => `${visitor.name}: /${address} ${status}`),
    ).toEqual([]);
    expect(await auditRows()).toBe(before);
  }, 900_000);

  test('tell nobody more than their page does, whatever they refuse', async () => {
    const open = visits.filter(({ isOpen, status }) => isOpen && status === 200);
    // Whoever is removed, or whose role ends, is signed out: these forms come when the others have been answered.
    const ends = (address: string) => /^people\/:person\/(remove|roles)/.test(address);
    const tries = [...open].sort((a, b) => Number(ends(a.address)) - Number(ends(b.address)));
    const answers = await crawl(
      tries.map(({ visitor, address }) => {
        const path = fill(`o/:org${address === '' ? '' : `/${address}`}`, here.params);
        // An unknown verb does nothing; a version that never was is refused with what is stored.
        const body = form();
        for (const name of verbNames) body.set(name, 'what-no-page-does');
        return () => visit(visitor, `o/:org/${address}`, path, { method: 'POST', body });
      }),
    );
    const told = answers.flatMap(({ visitor, address, body }) =>
      Object.entries(textRules).flatMap(([column, rule]) => {
        if (rule === 'open' || !body.includes(markerOf(here.mark, column))) return [];
        const isSelf = rule.alsoSelf === true && visitor.personId === here.people.lead.id;
        if (isSelf || isGranted(visitor, rule.read, rule.about)) return [];
        return [`${visitor.name}: ${column} on /${address}`];
      }),
    );
    expect(told).toEqual([]);
    const chosen = answers.filter(({ address }) => choosesVerb(address));
    expect(chosen.length).toBeGreaterThan(100);
    expect(
      chosen
        .filter(({ status }) => status !== 400)
        .map(({ visitor, address, status }) => `${visitor.name}: /${address} ${status}`),
    ).toEqual([]);
    expect(answers.filter(({ status }) => status >= 500).map(({ address }) => address)).toEqual([]);
    const refused = answers.filter(({ body }) => body.includes('class="govuk-error-summary"'));
    expect(refused.length).toBeGreaterThan(50);
    expect(
      refused.flatMap(({ address, body }) => (body.includes('<title>Error: ') ? [] : [address])),
    ).toEqual([]);
  }, 900_000);

  test('have no second address at which pages are handed out as data', async () => {
    const [first] = visitors.filter(
      ({ role, reach }) => role === 'admin' && reach === 'organisation',
    );
    if (!first) throw new Error('nobody administers the scene');
    const tries = await crawl(
      addresses.flatMap((address) =>
        ['.data', '/_.data', '.data?_routes=root'].flatMap((end) =>
          (['GET', 'POST'] as const).map(
            (method) => () =>
              visit(first, address, `${fill(address, here.params)}${end}`, {
                method,
                ...(method === 'POST' ? { body: form() } : {}),
              }),
          ),
        ),
      ),
    );
    expect(new Set(tries.map(({ status }) => status))).toEqual(new Set([404]));
    const manifest = await fetch(`${site.url}/__manifest?paths=/o/x&version=1`);
    expect(manifest.status).toBe(404);
  }, 900_000);
});

/** The fields in which forms say what they ask for. */
const verbNames = ['do', 'as', 'form', 'side', 'intent'];

/** Whether the action of an address reads its verb from a closed list first of all. */
function choosesVerb(address: string): boolean {
  return /\n  (?:if \(|switch \(|const \w+ = )\s*verbOf\(|actOnDesk\(/.test(sourceOf(address));
}

function sourceOf(address: string): string {
  const file = fileOf.get(address);
  return file === undefined
    ? ''
    : readFileSync(new URL(`../../src/${file}`, import.meta.url), 'utf8');
}

/** Whether the page at an address takes a form at all. */
function hasAction(address: string): boolean {
  return sourceOf(address).includes('export const action');
}

async function auditRows(): Promise<number> {
  const rows = await site.app.database.read(here.world.orgId, (tx) =>
    tx.selectFrom('audit').select('seq').execute(),
  );
  return rows.length;
}

describe('what people write', () => {
  test('has a rule for every column of prose', async () => {
    const columns = (await proseColumns(site.app)).filter((name) => !name.startsWith('mail.'));
    expect(Object.keys(textRules).sort()).toEqual(columns);
  });

  test('is shown to those whom the permission table names and to nobody else', () => {
    const wrong = [...visits, ...pastVisits].flatMap(({ visitor, address, body }) =>
      Object.entries(textRules).flatMap(([column, rule]) => {
        if (rule === 'open' || !body.includes(markerOf(here.mark, column))) return [];
        const isSelf = rule.alsoSelf === true && visitor.personId === here.people.lead.id;
        if (isSelf || isGranted(visitor, rule.read, rule.about)) return [];
        return [`${visitor.name}: ${column} on /${address}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('never crosses into another organisation', () => {
    const wrong = [...visits, ...pastVisits].filter(({ body }) => body.includes(there.mark));
    expect(wrong.map(({ visitor, address }) => `${visitor.name}: /${address}`)).toEqual([]);
  });

  test('is really shown somewhere, so that the crawl would see it', () => {
    const bodies = [...visits, ...pastVisits].map(({ body }) => body);
    const unseen = Object.keys(textRules).filter(
      (column) => !bodies.some((body) => body.includes(markerOf(here.mark, column))),
    );
    expect(unseen).toEqual(shownNowhere);
  });

  test('is in no line of the log', () => {
    // The organisation's own address names the scene.
    const slug = here.params['org'] ?? '';
    const lines = site.app.lines.filter((line) => line.replaceAll(slug, '').includes(here.mark));
    expect(lines).toEqual([]);
  });
});
