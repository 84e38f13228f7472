import { beforeAll, describe, expect, test } from 'vitest';
import { askSelfScore } from '../../src/modules/diagnosis/commands/ask-self-score.ts';
import { endMatch } from '../../src/modules/matching/commands/end-match.ts';
import { offerMatch } from '../../src/modules/matching/commands/offer-match.ts';
import { sendShortlist } from '../../src/modules/matching/commands/send-shortlist.ts';
import { resumeMentor } from '../../src/modules/mentors/commands/resume-mentor.ts';
import { correctSession } from '../../src/modules/sessions/commands/correct-session.ts';
import { makeLink } from '../../src/platform/links.ts';
import { linkPurposes } from '../../src/web/link-purposes.ts';
import { makeNeed } from '../factories/matches.ts';
import { usualSession } from '../factories/session-desk.ts';
import { startSite } from '../journeys/site.ts';
import { makeScene, type Scene } from './scene.ts';
import { markerOf, plantMarkers, textRules } from './text-rules.ts';
import { isGranted, type Visitor } from './visitors.ts';

const site = await startSite();
let scene: Scene;
let other: Scene;

beforeAll(async () => {
  scene = await makeScene(site.app, 'zqletter');
  other = await makeScene(site.app, 'zqother');
});

/** Which scene record each purpose is about, and who gets the letter. */
const letters: Readonly<Record<string, { to: 'lead' | 'mentor'; about: string }>> = {
  'confirm-session': { to: 'lead', about: 'session' },
  'log-session': { to: 'mentor', about: 'match' },
  'answer-offer': { to: 'mentor', about: 'offer' },
  'answer-fit-check': { to: 'lead', about: 'check' },
  'answer-mentor-fit-check': { to: 'mentor', about: 'mentorCheck' },
  'give-feedback': { to: 'lead', about: 'feedback' },
  'choose-mentor': { to: 'lead', about: 'shortlist' },
  'say-sharing': { to: 'lead', about: 'enrolment' },
  'self-score': { to: 'lead', about: 'diagnosis' },
  'mentor-page': { to: 'mentor', about: '' },
  'firm-page': { to: 'lead', about: '' },
  'mentor-door': { to: 'mentor', about: '' },
  'firm-door': { to: 'lead', about: '' },
};

async function linkFor(from: Scene, purpose: string, days = 7): Promise<string> {
  const { to, about } = letters[purpose] ?? { to: 'lead', about: '' };
  const link = await site.app.database.tenant(from.world.orgId, (tx) =>
    makeLink(tx, from.adviser, {
      purpose,
      personId: from.people[to].id,
      subjectId: from.params[about],
      days,
    }),
  );
  return link.secret;
}

async function statusOf(purpose: string, secret: string, org = scene.world.org.slug) {
  const path = linkPurposes[purpose]?.path(org, secret, null) ?? '';
  return (await fetch(`${site.url}${path}`, { redirect: 'manual' })).status;
}

/** What the holder reads at last, after being led on. */
async function openedBy(purpose: string, secret: string, org = scene.world.org.slug) {
  const path = linkPurposes[purpose]?.path(org, secret, null) ?? '';
  return (await fetch(`${site.url}${path}`)).text();
}

describe('a link from a letter', () => {
  const purposes = Object.keys(linkPurposes).filter((one) => linkPurposes[one]?.role);

  test('of each purpose is tried here', () => {
    expect(Object.keys(letters).sort()).toEqual(purposes.sort());
  });

  test.each(purposes)('%s opens its own page and no other', async (purpose) => {
    const secret = await linkFor(scene, purpose);
    const opened = [];
    for (const one of purposes) if ((await statusOf(one, secret)) === 200) opened.push(one);
    // The way to one's own page is behind each of them, and asks first.
    expect(new Set(opened)).toEqual(new Set([purpose, 'mentor-door', 'firm-door']));
  });

  test.each(purposes)(
    '%s is nothing in another organisation, or when it is too old',
    async (purpose) => {
      const secret = await linkFor(scene, purpose);
      const elsewhere = await openedBy(purpose, secret, other.world.org.slug);
      const old = await openedBy(purpose, await linkFor(scene, purpose, -1));
      for (const body of [elsewhere, old]) {
        expect(body).toContain('This link no longer works');
        expect(body).toContain('Send me a new one');
        expect(body).not.toContain('/sign-in');
      }
    },
  );

  test('does not open for a mentor who is none any more', async () => {
    const secret = await linkFor(other, 'log-session');
    const org = other.world.org.slug;
    expect(await statusOf('log-session', secret, org)).toBe(200);
    await site.app.database.tenant(other.world.orgId, async (tx) => {
      await tx
        .updateTable('role_grant')
        .set({ ended_at: site.app.clock.now() })
        .where('person_id', '=', other.people.mentor.id)
        .execute();
    });
    expect(await statusOf('log-session', secret, org)).toBe(404);
  });

  test.each(['mentor-page', 'firm-page'])(
    '%s opens what is one’s own and no more',
    async (purpose) => {
      const secret = await linkFor(scene, purpose);
      const base = linkPurposes[purpose]?.path(scene.world.org.slug, secret, null) ?? '';
      const pages =
        purpose === 'mentor-page'
          ? { own: ['', '/profile'], not: ['/traits', `/offers/${other.params['offer'] ?? ''}`] }
          : { own: ['', '/actions', '/sharing'], not: ['/figures', '/people', '/wish'] };
      for (const page of pages.own) {
        const answer = await fetch(`${site.url}${base}${page}`);
        expect(answer.status, page).toBe(200);
        const body = await answer.text();
        expect(body).not.toContain('/sign-in');
        expect(body).not.toContain(other.mark);
        expect(body).toContain('Whom to ring');
      }
      for (const page of pages.not) {
        expect((await fetch(`${site.url}${base}${page}`)).status, page).toBe(404);
      }
    },
  );

  test.each(['self-score', 'answer-offer', 'mentor-door', 'firm-door'])(
    '%s leads on to one’s own page only by a yes of its holder',
    async (purpose) => {
      const secret = await linkFor(scene, purpose);
      const open = `${site.url}/l/${scene.world.org.slug}/${secret}/open`;
      const asked = await fetch(open);
      expect(asked.status).toBe(200);
      expect(await asked.text()).toContain('Yes, open my page');
      const key = () => new URLSearchParams({ do: 'open', _key: `open-${secret.slice(0, 20)}` });
      const answer = await fetch(open, {
        method: 'POST',
        body: key(),
        headers: { origin: site.url },
        redirect: 'manual',
      });
      expect(answer.status).toBe(303);
      const to = answer.headers.get('location') ?? '';
      expect(to).toMatch(/^(self|firm)/.test(purpose) ? /\/my$/ : /\/mentor$/);
      expect(to).not.toContain(secret);
      expect((await fetch(`${site.url}${to}`)).status).toBe(200);
    },
  );
});

test('a letter tells its reader nothing that the permission table keeps from them', async () => {
  const { world, ids } = scene;
  await plantMarkers(site.app, scene);
  await correctSession(scene.mentor, { sessionId: ids.sessionId, version: 1, ...usualSession });
  await askSelfScore(scene.adviser, { diagnosisId: scene.params['diagnosis'] ?? '' });
  await resumeMentor(scene.manager, { mentorId: scene.params['mentor'] ?? '' });
  const enrolment = {
    id: ids.enrolmentId,
    enterprise: { id: '', name: '', lead: scene.people.lead },
    adviserId: scene.people.adviser.id,
  };
  const need = await makeNeed(world, { enrolment, area: 'finance', detail: 'Cash' });
  await offerMatch(scene.adviser, {
    needId: need.id,
    mentorId: scene.second.id,
    overrideReason: markerOf(scene.mark, 'offer.override_reason'),
  });
  const asked = await makeNeed(world, { enrolment, area: 'customers', detail: 'Buyers' });
  await sendShortlist(scene.adviser, {
    needId: asked.id,
    mentorIds: [scene.second.id, scene.third.id],
    message: markerOf(scene.mark, 'shortlist.message'),
  });
  await endMatch(scene.adviser, {
    matchId: ids.matchId,
    cause: 'finished',
    note: markerOf(scene.mark, 'match.end_note'),
    handover: markerOf(scene.mark, 'match.handover'),
  });
  const reader = (personId: string | null): Visitor => {
    const { lead, adviser } = scene.people;
    const role =
      personId === lead.id ? 'participant' : personId === adviser.id ? 'adviser' : 'mentor';
    const owns = new Set<'enterprise' | 'mentor'>(['enterprise', 'mentor']);
    return { name: role, role, reach: 'programme', owns, is: new Set(), personId, cookie: '' };
  };
  const mails = await site.app.database.read(world.orgId, (tx) =>
    tx.selectFrom('mail').select(['person_id', 'kind', 'subject', 'body']).execute(),
  );
  const wrong = mails.flatMap((mail) =>
    Object.entries(textRules).flatMap(([column, rule]) => {
      const isIn = `${mail.subject} ${mail.body}`.includes(markerOf(scene.mark, column));
      if (rule === 'open' || !isIn) return [];
      const visitor = reader(mail.person_id);
      return isGranted(visitor, rule.read, rule.about)
        ? []
        : [`${column} in ${mail.kind} to the ${visitor.name}`];
    }),
  );
  expect(wrong).toEqual([]);
  expect(new Set(mails.map(({ kind }) => kind)).size).toBeGreaterThan(3);
  expect(site.app.lines.filter((line) => line.includes(scene.mark))).toEqual([]);
});
