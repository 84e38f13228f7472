import { offerMatch } from '../../src/modules/matching/commands/offer-match.ts';
import { sendShortlist } from '../../src/modules/matching/commands/send-shortlist.ts';
import type { Tx } from '../../src/platform/database.ts';
import { auditReason } from './audit-reason.ts';
import type { TestApp } from './app.ts';
import type { ProgrammeTraits } from './programmes.ts';
import { makeWorld } from './world.ts';

/** A need for finance with an adviser, its firm, and two mentors who could help; the first is the better one. */
export async function makeMatchingDesk(
  app: TestApp,
  traits: Pick<ProgrammeTraits, 'mentorChoice'> & { places?: number } = {},
) {
  const world = await makeWorld(app, traits);
  const adviser = await world.ctxAs('adviser');
  const need = await world.need({ area: 'finance' });
  const best = await world.mentor({ expertise: { finance: 5 }, places: traits.places ?? 1 });
  const second = await world.mentor({ expertise: { finance: 4 } });
  const read = <T>(work: (tx: Tx) => Promise<T>) => app.database.read(world.orgId, work);
  return {
    world,
    adviser,
    need,
    needId: need.id,
    best,
    second,
    read,
    /** The firm's lead, signed in. */
    firm: await world.ctxFor(need.enrolment.enterprise.lead ?? { id: '' }),
    /** The better mentor, signed in. */
    asMentor: await world.ctxFor(best.person),
    offer: () => offerMatch(adviser, { needId: need.id, mentorId: best.id }),
    shortlist: () => sendShortlist(adviser, { needId: need.id, mentorIds: [second.id, best.id] }),
    stateOf: async (table: 'offer' | 'shortlist' | 'need', id: string) => {
      const row = await read((tx) =>
        tx.selectFrom(table).select('state').where('id', '=', id).executeTakeFirstOrThrow(),
      );
      return row.state;
    },
    /** As if every letter about it had left. */
    sent: (aboutId: string) =>
      app.database.tenant(world.orgId, async (tx) => {
        await tx
          .updateTable('mail')
          .set({ state: 'sent' })
          .where('about_id', '=', aboutId)
          .execute();
      }),
    mails: (kind: string) =>
      read((tx) => tx.selectFrom('mail').selectAll().where('kind', '=', kind).execute()),
    /** Audit entries of one action, oldest first. */
    audited: (action: string) =>
      read((tx) =>
        tx
          .selectFrom('audit')
          .select(['subject_id', 'actor_id', auditReason, 'changes'])
          .where('action', '=', action)
          .orderBy('seq')
          .execute(),
      ),
  };
}
