import { sql } from 'kysely';
import type { App } from './context.ts';
import { inEveryOrganisation } from './every-organisation.ts';

/**
 * Forgets which forms were sent a month ago or earlier: nobody sends the same one again after that, and the answers
 * kept with them would grow for ever.
 */
export async function sweepSentForms(app: App): Promise<void> {
  await inEveryOrganisation(app, 'sweep-sent-forms', ({ ctx }) =>
    app.database.tenant(ctx.orgId, (tx) =>
      sql`delete from idempotency_key where created_at < now() - interval '30 days'`.execute(tx),
    ),
  );
}
