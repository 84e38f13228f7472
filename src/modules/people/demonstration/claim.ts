import { instantOf } from '../../../kernel/calendar.ts';
import { newId } from '../../../kernel/ids.ts';
import { settableClock } from '../../../platform/clock.ts';
import type { App, Organisation } from '../../../platform/context.ts';
import { publicActor } from '../../../platform/permission.ts';
import { newSecret } from '../../../platform/secrets.ts';
import { setUpOrganisation } from '../commands/set-up-organisation.ts';
import { demonstration, openingDay } from './demonstration.ts';

/**
 * Claims the installation for the demonstration with the set-up link's secret, on the day its story begins;
 * the job that tells the story then waits. Nobody knows the administrator's password.
 */
export async function claimForDemonstration(app: App, secret: string): Promise<Organisation> {
  const { adminName, email, ...named } = demonstration;
  const org: Organisation = { ...named, orgId: newId(), isDemonstration: true };
  const opening = openingDay(app.clock.today(org.zone));
  const clock = settableClock(instantOf(opening, '07:00', org.zone));
  const ctx = { app: { ...app, clock }, org, orgId: org.orgId, actor: publicActor, clock };
  await setUpOrganisation(ctx, {
    ...named,
    secret,
    adminName,
    email,
    password: newSecret(),
    isDemonstration: true,
  });
  return org;
}
