import { z } from 'zod';
import { invalid } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { squash } from '../../../kernel/text.ts';
import { command } from '../../../platform/command.ts';
import { mentorPermissions } from '../permissions.ts';

/**
 * Adds a selected mentor: the person (found by mail address, otherwise new), the mentor's role, and an empty
 * profile. No offer can be made before induction and the signed code.
 */
export const addMentor = command({
  name: 'add-mentor',
  permission: mentorPermissions.mentor.add,
  input: z.strictObject({
    name: z.string().trim().min(1, 'Enter the name.').max(200),
    email: z.email('Enter a mail address.').max(320),
    phone: z.string().trim().max(50).default(''),
    headline: z.string().trim().max(200).default(''),
    supplierName: z.string().trim().max(200).default(''),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({});
    const known = await tx
      .selectFrom('person as p')
      .leftJoin('mentor as m', (on) =>
        on.onRef('m.org_id', '=', 'p.org_id').onRef('m.person_id', '=', 'p.id'),
      )
      .select(['p.id', 'm.id as mentorId'])
      .where((where) =>
        where(where.fn<string>('lower', ['p.email']), '=', input.email.toLowerCase()),
      )
      .where('p.removed_at', 'is', null)
      .executeTakeFirst();
    if (known?.mentorId)
      throw invalid({ email: 'There is a mentor with this mail address already.' });
    const personId = known?.id ?? newId();
    if (!known) {
      await tx
        .insertInto('person')
        .values({
          org_id: ctx.orgId,
          id: personId,
          name: squash(input.name),
          email: input.email.toLowerCase(),
          phone: input.phone || null,
        })
        .execute();
    }
    const mentorId = newId();
    await tx
      .insertInto('mentor')
      .values({
        org_id: ctx.orgId,
        id: mentorId,
        person_id: personId,
        headline: input.headline,
        supplier_id: input.supplierName ? await addSupplier() : null,
      })
      .execute();
    await tx
      .insertInto('role_grant')
      .values({
        org_id: ctx.orgId,
        id: newId(),
        person_id: personId,
        role: 'mentor',
        granted_by: ctx.actor.personId,
        granted_at: ctx.clock.now(),
      })
      .onConflict((clash) => clash.doNothing())
      .execute();
    await audit({ subject: ['mentor', mentorId], changes: { personId } });
    return { mentorId, personId };

    async function addSupplier(): Promise<string> {
      const known = await tx
        .selectFrom('supplier')
        .select('id')
        .where((where) =>
          where(where.fn<string>('lower', ['name']), '=', squash(input.supplierName).toLowerCase()),
        )
        .executeTakeFirst();
      if (known) return known.id;
      const id = newId();
      await tx
        .insertInto('supplier')
        .values({ org_id: ctx.orgId, id, name: squash(input.supplierName) })
        .execute();
      return id;
    }
  },
});
