import { instantOf } from '../../../kernel/calendar.ts';
import { precondition } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { settableClock } from '../../../platform/clock.ts';
import type { App, Organisation } from '../../../platform/context.ts';
import { publicActor } from '../../../platform/permission.ts';
import { newSecret } from '../../../platform/secrets.ts';
import { setUpOrganisation } from '../commands/set-up-organisation.ts';
import { demonstration, openingDay } from './demonstration.ts';
import { findDemonstration, loadState, storySeed } from './reads.ts';

/**
 * Claims the installation for the demonstration with the set-up link's secret, on the day its story begins;
 * the job that tells the story then waits. Nobody knows the administrator's password.
 */
export async function claimForDemonstration(
  app: App,
  secret: string,
  seed = 0,
): Promise<Organisation> {
  const { adminName, email, ...named } = demonstration;
  const org: Organisation = { ...named, orgId: newId(), isDemonstration: true };
  const opening = openingDay(app.clock.today(org.zone));
  const clock = settableClock(instantOf(opening, '07:00', org.zone));
  // The story's row keeps the real time, which is the app's.
  const ctx = { app, org, orgId: org.orgId, actor: publicActor, clock };
  await setUpOrganisation(ctx, {
    ...named,
    secret,
    adminName,
    email,
    password: newSecret(),
    isDemonstration: true,
    seed,
  });
  return org;
}

/**
 * Removes the demonstration, if there is one, and claims the installation for it anew. A story that failed is told
 * with another seed: the same one would fail again.
 */
export async function beginAnew(app: App): Promise<Organisation> {
  const known = await app.database.anonymous(findDemonstration);
  const next = known
    ? await app.database.read(known.orgId, async (tx) => {
        const seed = await storySeed(tx);
        return (await loadState(tx, app)).state === 'loaded' ? seed : seed + 1;
      })
    : 0;
  const secret = await app.clearDemonstration();
  if (secret !== null) return claimForDemonstration(app, secret, next);
  throw precondition(
    'This installation is set up already, and a demonstration must not mix with real data. Give it a data directory of its own: ESPALIER_DATA=/path/of/another npm run espalier -- demo',
  );
}
