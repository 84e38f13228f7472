import { sql } from 'kysely';
import type { App, Ctx, Organisation } from '../../platform/context.ts';
import type { JobDefinition } from '../../platform/jobs.ts';
import { checkRun } from './taking/check-run-step.ts';
import { starterOf } from './taking/starter-rows.ts';
import { takeRun } from './taking/take-run-step.ts';
import { undoRun } from './taking/undo-run-step.ts';

/** Compares an uploaded list with what is on record. */
export const checkImportJob: JobDefinition = {
  name: 'check-import',
  retryLimit: 3,
  run: (app, { orgId, runId }) => onRun(app, orgId, runId, checkRun),
};

/** Writes the good rows of a checked list; a second run of the job goes on where the first stopped. */
export const takeImportJob: JobDefinition = {
  name: 'take-import',
  retryLimit: 8,
  run: (app, { orgId, runId }) => onRun(app, orgId, runId, takeRun),
};

/** Takes an import back; a second run of the job goes on where the first stopped. */
export const undoImportJob: JobDefinition = {
  name: 'undo-import',
  retryLimit: 8,
  run: (app, { orgId, runId }) => onRun(app, orgId, runId, undoRun),
};

async function onRun(
  app: App,
  orgId: unknown,
  runId: unknown,
  work: (ctx: Ctx, runId: string) => Promise<void>,
): Promise<void> {
  if (typeof orgId !== 'string' || typeof runId !== 'string') return;
  const found = await app.database.anonymous((tx) =>
    sql<Organisation>`
      select f.org_id as "orgId", f.slug, f.name, f.zone, f.currency,
        f.is_demonstration as "isDemonstration"
      from all_organisations() a
      cross join lateral find_organisation(a.slug) f
      where a.org_id = ${orgId}::uuid`.execute(tx),
  );
  const org = found.rows[0];
  if (!org) return;
  const actor = await app.database.read(orgId, (tx) => starterOf(tx, runId, app.clock.now()));
  await work({ app, org, orgId, actor, clock: app.clock }, runId);
}
