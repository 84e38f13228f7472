import { describe, expect, test } from 'vitest';
import { consequences } from '../../src/modules/leaving/consequences.ts';
import {
  type Ending,
  type Fate,
  type Hanger,
  endings,
  fateWords,
  hangers,
} from '../../src/modules/leaving/ending.ts';
import { createTestApp, drainJobs } from '../factories/app.ts';
import { type EndingsScene, makeEndingsScene } from './endings-scene.ts';
import { letterOf, lookAt, type Look, stateOfLetter, toldOf } from './look-after.ts';
import { perform, performances } from './perform-endings.ts';

const app = await createTestApp();

interface Told {
  scene: EndingsScene;
  wasRefused: boolean;
  before: Look;
  after: Look;
}

const told = new Map<Ending, Promise<Told>>();

/** One scene for each ending: everything hangs in it, the command is run, and then every cell is looked at. */
function tell(ending: Ending): Promise<Told> {
  const known = told.get(ending);
  if (known) return known;
  const story = (async () => {
    const scene = await makeEndingsScene(app, { isApart: ending === 'need-changed' });
    await performances[ending].prepare?.(scene);
    // What the firm's leaving cancelled has been cancelled when it returns; otherwise letters are to wait.
    if (ending === 'firm-returns') await drainJobs(app);
    const before = await lookAt(scene);
    const { wasRefused } = await perform(scene, ending);
    const { mails } = await lookAt(scene);
    // A job takes planned meetings out; letters leave with it, so they were looked at before.
    await drainJobs(app);
    const after = { ...(await lookAt(scene)), mails };
    return { scene, wasRefused, before, after };
  })();
  told.set(ending, story);
  return story;
}

type Check = (told: Told, fate: Fate, ending: Ending) => void;

const checks: Record<Hanger, Check> = {
  offer({ before, after }, fate) {
    expect(after.offer).toBe(fate === 'withdrawn' ? 'withdrawn' : before.offer);
  },
  shortlist({ scene, before, after }, fate) {
    expect(after.shortlist).toBe(fate === 'withdrawn' ? 'withdrawn' : before.shortlist);
    expect(after.struck).toEqual(fate === 'struck' ? [scene.mentor.id] : before.struck);
  },
  place({ before, after }, fate) {
    if (fate === 'freed') expect(after.taken).toBeLessThan(before.taken);
    else expect(after.taken).toBe(before.taken);
  },
  match({ before, after, wasRefused }, fate) {
    expect(wasRefused).toBe(fate === 'refused');
    if (fate === 'refused') return;
    if (fate === 'ended') expect(after.match).toMatchObject({ ended_on: '2026-11-24' });
    else expect(after.match).toEqual(before.match);
    expect(after.isToChange).toBe(fate === 'to-change');
  },
  meeting({ before, after, wasRefused }, fate) {
    expect(wasRefused).toBe(fate === 'refused');
    if (fate === 'refused') return;
    expect(after.meeting).toBe(fate === 'cancelled' ? 'cancelled' : before.meeting);
  },
  link({ scene, after }, fate) {
    const own = new Set([scene.asked.person.id, scene.lead.id]);
    const mine = after.links.filter(({ person_id }) => own.has(person_id ?? ''));
    expect(mine.length).toBeGreaterThan(0);
    expect(mine.some(({ revoked_at }) => revoked_at !== null)).toBe(fate === 'revoked');
  },
  letter({ scene, before, after }, fate, ending) {
    if (fate === 'moves') {
      expect(toldOf(scene, 'shortlist', before, after)).toEqual(['enterprise']);
      return;
    }
    const which = letterOf(ending, scene, 'letter');
    const state = fate === 'cancelled' ? 'cancelled' : stateOfLetter(before, which);
    expect(stateOfLetter(after, which)).toBe(state);
  },
  reminder({ scene, before, after }, fate, ending) {
    const which = letterOf(ending, scene, 'reminder');
    const state = fate === 'cancelled' ? 'cancelled' : stateOfLetter(before, which);
    expect(stateOfLetter(after, which)).toBe(state);
  },
  today({ scene, before, after }, fate) {
    const waiting = after.queue.filter(({ step }) => step !== 'asked' && step !== 'choosing');
    if (fate === 'gone') expect(after.queue).toEqual([]);
    else if (fate === 'waits') expect(waiting).not.toEqual([]);
    else if (fate === 'moves') expect(after.adviserId).toBe(scene.people.nextAdviser.id);
    else {
      const idsOf = (look: Look) => look.queue.map(({ id }) => id).toSorted();
      expect(idsOf(after)).toEqual(expect.arrayContaining(idsOf(before)));
    }
  },
  draft({ scene, after }, fate, ending) {
    expect(after.draft).toBe(fate === 'given-up' ? 'abandoned' : 'draft');
    if (fate === 'left-out') {
      const old = after.deskNeeds.some(({ id }) => id === scene.needs.offered.id);
      expect(old && after.isAskable && !after.isBarred, ending).toBe(false);
    }
    if (fate === 'comes-back') {
      expect(after.deskNeeds.find(({ id }) => id === scene.needs.matched.id)).toMatchObject({
        held: null,
      });
    }
  },
};

describe.each(endings)('%s', (ending) => {
  test.each(hangers)('%s', async (hanger) => {
    const story = await tell(ending);
    const { fate, told: readers } = consequences[ending][hanger];
    checks[hanger](story, fate, ending);
    const { scene, before, after } = story;
    // A match that stood in the way was ended by its own command, which tells for itself.
    const isOwn = !(hanger === 'match' && story.wasRefused);
    if (isOwn) {
      expect(toldOf(scene, hanger, before, after), fateWords[fate]).toEqual(
        [...readers].toSorted(),
      );
    }
  });

  test('is in the audit with who did it, and so is each offer that went with it', async () => {
    const { scene, before, after } = await tell(ending);
    const { action, by } = performances[ending];
    const actor = by(scene).actor.personId;
    const rows = await scene.read((tx) =>
      tx
        .selectFrom('audit')
        .select(['action', 'actor_id', 'subject_id'])
        .where('actor_id', '=', actor)
        .execute(),
    );
    expect(rows.map((row) => row.action)).toContain(action);
    if (before.offer === 'pending' && after.offer === 'withdrawn') {
      expect(rows).toContainEqual({
        action: 'withdraw-offer',
        actor_id: actor,
        subject_id: scene.offerId,
      });
    }
  });
});
