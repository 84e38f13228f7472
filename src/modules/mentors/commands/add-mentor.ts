import { z } from 'zod';
import { isMailAddress } from '../../../kernel/contact-details.ts';
import { clash, invalid, notFound } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { squash } from '../../../kernel/text.ts';
import { command } from '../../../platform/command.ts';
import { takeTurn } from '../../people/known-address-step.ts';
import { mayGrant } from '../../people/role.ts';
import { visiblePeopleByEmail } from '../../people/visible/reads.ts';
import { mentorPermissions } from '../permissions.ts';

/**
 * Adds a selected mentor: the person (found by mail address, otherwise new), the mentor's role, and an empty
 * profile. Whose work is limited to some programmes appoints for one of those. No offer can be made before induction and the signed code.
 */
export const addMentor = command({
  name: 'add-mentor',
  permission: mentorPermissions.mentor.add,
  input: z.strictObject({
    name: z.string().trim().min(1, 'Enter the name.').max(200),
    email: z
      .string()
      .trim()
      .max(320)
      .refine(isMailAddress, 'Enter an email address such as name@example.org.'),
    phone: z.string().trim().max(50).default(''),
    headline: z.string().trim().max(200).default(''),
    supplierName: z.string().trim().max(200).default(''),
    /** Where somebody works who may not appoint for the whole organisation. */
    programmeId: z.uuid().nullable().default(null),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({});
    const isEverywhere = mayGrant(ctx.actor, { role: 'mentor', programmeId: null });
    const programmeId = isEverywhere ? null : input.programmeId;
    if (!mayGrant(ctx.actor, { role: 'mentor', programmeId })) throw notFound('programme');
    await takeTurn(tx);
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
      .orderBy((by) => by('p.user_id', 'is', null))
      .orderBy('p.created_at')
      .executeTakeFirst();
    if (known?.mentorId) {
      throw clash(
        { email: 'There is a mentor with this email address already.' },
        await pageOf(known.mentorId),
      );
    }
    if (known) await requireSeen(known.id);
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
        programme_id: programmeId,
        granted_by: ctx.actor.personId,
        granted_at: ctx.clock.now(),
      })
      .onConflict((clash) => clash.doNothing())
      .execute();
    await audit({ subject: ['mentor', mentorId], changes: { personId, programme: programmeId } });
    return { mentorId, personId };

    async function pageOf(id: string) {
      if (input.programmeId === null) return undefined;
      const { slug, name } = await tx
        .selectFrom('programme')
        .innerJoin('mentor as m', 'm.org_id', 'programme.org_id')
        .innerJoin('person as p', (on) =>
          on.onRef('p.org_id', '=', 'm.org_id').onRef('p.id', '=', 'm.person_id'),
        )
        .select(['programme.slug', 'p.name'])
        .where('programme.id', '=', input.programmeId)
        .where('m.id', '=', id)
        .executeTakeFirstOrThrow();
      return { href: programmePaths(ctx.org.slug, slug).mentor(id), label: `Open ${name}` };
    }

    async function requireSeen(id: string): Promise<void> {
      const seen = await visiblePeopleByEmail(tx, ctx.actor, [input.email.toLowerCase()], []);
      if (seen.get(input.email.toLowerCase())?.id === id) return;
      throw invalid({
        email:
          'Somebody with this email address works in another programme. Ask somebody of the whole organisation to add them.',
      });
    }

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
