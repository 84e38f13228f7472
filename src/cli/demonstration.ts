import { setTimeout as pause } from 'node:timers/promises';
import type { Postgres } from '../platform/postgres/open.ts';
import { formatDate } from '../kernel/calendar.ts';
import { AppError } from '../kernel/errors.ts';
import { claimForDemonstration } from '../modules/people/demonstration/claim.ts';
import { findDemonstration, loadState } from '../modules/people/demonstration/reads.ts';
import type { App, Organisation } from '../platform/context.ts';
import { removeDemonstration } from '../platform/remove-demonstration.ts';
import { ensureSetupToken } from '../platform/setup-token.ts';

interface Wish {
  app: App;
  owner: Postgres['owner'];
  report: (words: string) => void;
  /** Works through the queue here; false when another process or this one's workers do. */
  works: boolean;
  /** Begins anew what an earlier process left half told. Only for the process that owns the database. */
  startsOver?: boolean;
}

/** Makes the demonstration unless it is there, and waits until its story is told. False: it was there. */
export async function ensureDemonstration(wish: Wish): Promise<boolean> {
  const { app, owner, report } = wish;
  let known = await app.database.anonymous(findDemonstration);
  const before = known && (await stateOf(app, known)).state;
  if (before === 'loaded') return false;
  if (before === 'loading' && wish.startsOver) {
    await removeDemonstration(owner);
    known = null;
  }
  const org = known ?? (await claim(app, owner));
  report('Loading the demonstration programme (about a minute).');
  const ended = new AbortController();
  const work = wish.works ? app.jobs.drain().finally(() => ended.abort()) : null;
  await watch(app, org, report, ended.signal);
  await work;
  if ((await stateOf(app, org)).state !== 'loaded') throw cutOff();
  return true;
}

async function claim(app: App, owner: Postgres['owner']): Promise<Organisation> {
  const secret = await ensureSetupToken(owner);
  if (secret !== null) return claimForDemonstration(app, secret);
  throw new AppError(
    'precondition',
    'This installation is set up already, and a demonstration must not mix with real data. Give it a data directory of its own: ESPALIER_DATA=/path/of/another npm run espalier -- demo',
  );
}

function stateOf(app: App, org: Organisation) {
  return app.database.read(org.orgId, (tx) => loadState(tx, { clock: app.clock, org }));
}

/** Says how far the story is until it is told, stands still for a minute, or `ended`. */
async function watch(
  app: App,
  org: Organisation,
  report: (words: string) => void,
  ended: AbortSignal,
): Promise<void> {
  let said = -1;
  for (let still = 0; still < 120; still += 1) {
    const at = await stateOf(app, org);
    if (at.state === 'loaded' || ended.aborted) return;
    const percent = at.state === 'loading' ? at.percent : 0;
    if (at.state === 'loading' && percent >= said + 10) {
      report(`  ${String(percent).padStart(3)} %  ${formatDate(at.reached)}`);
      said = percent;
      still = 0;
    }
    await pause(500);
  }
  throw cutOff();
}

function cutOff(): AppError {
  return new AppError(
    'precondition',
    'Loading the demonstration was cut off. Load it anew: npm run espalier -- demo --again',
  );
}
