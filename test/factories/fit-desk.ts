import { askFits } from '../../src/modules/matching/fit/commands/ask-fits.ts';
import type { TestApp } from './app.ts';
import { makeSessionDesk, usualSession } from './session-desk.ts';

/** A matched mentor and firm who have met as often as said and whom the programme has asked since. */
export async function makeFitDesk(app: TestApp, { sessions = 1 }: { sessions?: number } = {}) {
  const desk = await makeSessionDesk(app);
  for (let at = 0; at < sessions; at += 1) {
    const day = `2026-11-${String(20 - at).padStart(2, '0')}`;
    await desk.log({
      startsAt: usualSession.startsAt.replace('2026-11-20', day),
      endsAt: usualSession.endsAt.replace('2026-11-20', day),
    });
  }
  const ask = () => askFits(desk.world.systemCtx(), {});
  if (sessions > 0) await ask();
  const checks = () =>
    desk.read((tx) =>
      tx
        .selectFrom('fit_check')
        .select(['id', 'side', 'round', 'answer', 'note'])
        .where('match_id', '=', desk.match.id)
        .orderBy('round')
        .orderBy('side')
        .execute(),
    );
  return {
    ...desk,
    matchId: desk.match.id,
    ask,
    checks,
    /** The newest question to one side. */
    async check(side: 'enterprise' | 'mentor'): Promise<string> {
      const own = (await checks()).filter((each) => each.side === side);
      return own.at(-1)?.id ?? '';
    },
    feedback: () =>
      desk.read((tx) =>
        tx
          .selectFrom('mentor_feedback')
          .select(['id', 'occasion', 'relation', 'outcome', 'note'])
          .where('match_id', '=', desk.match.id)
          .orderBy('asked_at')
          .execute(),
      ),
    rematches: () =>
      desk.read((tx) =>
        tx
          .selectFrom('rematch')
          .select(['source', 'outcome', 'reason', 'note'])
          .where('match_id', '=', desk.match.id)
          .execute(),
      ),
    mails: (kind: string) =>
      desk.read((tx) => tx.selectFrom('mail').selectAll().where('kind', '=', kind).execute()),
  };
}
