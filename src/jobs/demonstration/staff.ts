import { addMonths } from '../../kernel/calendar.ts';
import { addPerson } from '../../modules/people/commands/add-person.ts';
import { confirmRole } from '../../modules/people/commands/confirm-role.ts';
import { createInvitedAccount } from '../../modules/people/commands/create-invited-account.ts';
import { invitePerson } from '../../modules/people/commands/invite-person.ts';
import type { Ctx } from '../../platform/context.ts';
import { publicActor } from '../../platform/permission.ts';
import { newSecret } from '../../platform/secrets.ts';
import { staffCast } from './staff-cast.ts';
import type { Stage } from './stage.ts';
import { inventedTelephone } from './telephone.ts';

export interface Staff {
  readonly managerId: string;
  readonly adviserIds: readonly string[];
  readonly verifierId: string;
}

/** Brings the staff in, each with an account, so that somebody can sign in as them. */
export async function bringStaff(stage: Stage, admin: Ctx): Promise<Staff> {
  const ids = new Map<string, string[]>();
  for (const member of staffCast) {
    const { personId, requestId } = await addPerson(admin, {
      ...member,
      phone: inventedTelephone(member.name),
      programmeId: null,
      expiresOn: member.role === 'auditor' ? addMonths(stage.day(), 23) : null,
      isInvited: true,
    });
    // Nobody could confirm the first manager, who confirms the others that need it.
    if (requestId !== null) {
      await confirmRole(await stage.as(ids.get('manager')?.[0] ?? ''), { requestId });
    }
    await accept(stage, admin, personId);
    ids.set(member.role, [...(ids.get(member.role) ?? []), personId]);
  }
  const one = (role: string) => ids.get(role)?.[0] ?? '';
  return {
    managerId: one('manager'),
    adviserIds: ids.get('adviser') ?? [],
    verifierId: one('verifier'),
  };
}

/** Invites a person and accepts for them. Nobody knows the password: one signs in by the demonstration page. */
export async function giveAccount(stage: Stage, ctx: Ctx, personId: string): Promise<void> {
  await invitePerson(ctx, { personId });
  await accept(stage, ctx, personId);
}

async function accept(stage: Stage, ctx: Ctx, personId: string): Promise<void> {
  const letter = await stage.read((tx) =>
    tx
      .selectFrom('mail')
      .select('body')
      .where('person_id', '=', personId)
      .where('kind', '=', 'invitation')
      .orderBy('created_at', 'desc')
      .executeTakeFirstOrThrow(),
  );
  const secret = /\/link\/([\w-]+)/.exec(letter.body)?.[1] ?? '';
  await createInvitedAccount({ ...ctx, actor: publicActor }, { secret, password: newSecret() });
  stage.recast(personId);
}
