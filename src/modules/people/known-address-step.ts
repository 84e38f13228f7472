import { clash, type See } from '../../kernel/errors.ts';
import { orgPaths } from '../../kernel/paths.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { mayAnywhere } from '../../platform/permission.ts';
import { peoplePermissions } from './permissions.ts';
import { visiblePeopleByEmail } from './visible/reads.ts';

/** Of people of an organisation who are added in the same moment the second waits, and then sees the first. */
export async function takeTurn(tx: Tx): Promise<void> {
  await tx.selectFrom('organisation').select('org_id').forNoKeyUpdate().execute();
}

/**
 * Refuses an address under which somebody (else) here is known, and leads to them if the actor may see them.
 */
export async function refuseKnownAddress(
  tx: Tx,
  ctx: Ctx,
  email: string,
  personId: string | null = null,
): Promise<void> {
  await takeTurn(tx);
  const other = await tx
    .selectFrom('person')
    .select('id')
    .where((where) => where(where.fn<string>('lower', ['email']), '=', email))
    .where('removed_at', 'is', null)
    .$if(personId !== null, (query) => query.where('id', '<>', personId ?? ''))
    .executeTakeFirst();
  if (!other) return;
  throw clash(
    {
      email:
        personId === null
          ? 'There is somebody with this email address already.'
          : 'There is somebody else with this email address.',
    },
    await whoHas(tx, ctx, email),
  );
}

async function whoHas(tx: Tx, ctx: Ctx, email: string): Promise<See | undefined> {
  if (!mayAnywhere(ctx.actor, peoplePermissions.person.read)) return undefined;
  const seen = (await visiblePeopleByEmail(tx, ctx.actor, [email], [])).get(email);
  return seen && { href: orgPaths(ctx.org.slug).person(seen.id), label: `Open ${seen.name}` };
}
