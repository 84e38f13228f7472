import { setTimeout as pause } from 'node:timers/promises';
import { formatDate } from '../kernel/calendar.ts';
import { AppError } from '../kernel/errors.ts';
import { beginAnew } from '../modules/people/demonstration/claim.ts';
import { findDemonstration, loadState } from '../modules/people/demonstration/reads.ts';
import type { App, Organisation } from '../platform/context.ts';

interface Wish {
  app: App;
  report: (words: string) => void;
  /** Works through the queue here; false when another process or this one's workers do. */
  works: boolean;
  /** Begins anew what failed, or what an earlier process left half told. Only for the process that owns the database. */
  startsOver?: boolean;
  /** What to do when it fails, in words. */
  anew: string;
}

/** Makes the demonstration unless it is there, and waits until its story is told. False: it was there. */
export async function ensureDemonstration(wish: Wish): Promise<boolean> {
  const { app, report } = wish;
  const known = await app.database.anonymous(findDemonstration);
  const before = known && (await stateOf(app, known)).state;
  if (before === 'loaded') return false;
  const goesOn = known !== null && before !== 'failed' && !wish.startsOver;
  const org = goesOn ? known : await beginAnew(app);
  report('Loading the demonstration programme (about a minute).');
  const ended = new AbortController();
  const work = wish.works ? app.jobs.drain().finally(() => ended.abort()) : null;
  await watch(wish, org, ended.signal);
  await work;
  return true;
}

function stateOf(app: App, org: Organisation) {
  return app.database.read(org.orgId, (tx) => loadState(tx, app));
}

/** Says how far the story is until it is told; an error says that it failed, or that `ended` came before. */
async function watch(
  { app, report, anew }: Wish,
  org: Organisation,
  ended: AbortSignal,
): Promise<void> {
  for (let said = -1; ;) {
    const isOver = ended.aborted;
    const at = await stateOf(app, org);
    if (at.state === 'loaded') return;
    if (at.state === 'failed' || isOver) {
      const reached =
        at.state === 'failed' && at.reached ? ` It had reached ${formatDate(at.reached)}.` : '';
      const why = at.state === 'failed' && at.why ? ` ${at.why}` : '';
      throw new AppError(
        'precondition',
        `The demonstration could not be loaded.${reached}${why}\n${anew}`,
      );
    }
    if (at.state === 'loading' && at.percent >= said + 10) {
      report(`  ${String(at.percent).padStart(3)} %  ${formatDate(at.reached)}`);
      said = at.percent;
    }
    await pause(500);
  }
}
