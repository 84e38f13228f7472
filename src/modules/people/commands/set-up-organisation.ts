import { z } from 'zod';
import { invalid, precondition } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { createAccount, hashPassword } from '../../../platform/auth/account.ts';
import { command } from '../../../platform/command.ts';
import { claimSetup } from '../../../platform/setup-token.ts';
import { organisationFields, slugOf } from '../organisation.ts';
import { passwordProblem } from '../password.ts';
import { peoplePermissions } from '../permissions.ts';
import { mailAddress, nameField } from '../person.ts';
import { loadDemonstration } from '../demonstration/demonstration.ts';
import { keepStory } from '../demonstration/keep-story-step.ts';
import { addGrant } from '../store.ts';

/**
 * Claims the installation with the set-up link's secret: the organisation, its first administrator and
 * their account appear together. `ctx.orgId` is the new organisation's id. The secret works once.
 */
export const setUpOrganisation = command({
  name: 'set-up-organisation',
  permission: peoplePermissions.organisation.setUp,
  input: z.strictObject({
    secret: z.string().max(200),
    ...organisationFields,
    adminName: nameField('Enter your name.'),
    email: mailAddress,
    password: z.string().min(1, 'Choose a password.').max(1000),
    /** Everything in it is invented; a job fills it with its story. */
    isDemonstration: z.boolean().default(false),
    /** Which story a demonstration tells. */
    seed: z.int().min(0).max(1_000_000).default(0),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({});
    const now = ctx.clock.now();
    const slug = slugOf(input);
    const problem = passwordProblem(input.password, [
      input.name,
      slug,
      input.adminName,
      input.email.split('@')[0] ?? '',
    ]);
    if (problem) throw invalid({ password: problem });
    if (!(await claimSetup(tx, input.secret, now))) {
      throw precondition(
        'This set-up link does not work any more. If Espalier is set up, sign in; otherwise start it again and use the link it prints.',
      );
    }
    await tx
      .insertInto('organisation')
      .values({
        org_id: ctx.orgId,
        slug,
        name: input.name,
        zone: input.zone,
        currency: input.currency,
        is_demonstration: input.isDemonstration,
        created_at: now,
      })
      .execute();
    const userId = await createAccount(tx, {
      email: input.email,
      name: input.adminName,
      passwordHash: await hashPassword(ctx.app.auth, input.password),
      at: now,
    });
    if (userId === null) throw invalid({ email: 'There is an account with this address already.' });
    const personId = newId();
    await tx
      .insertInto('person')
      .values({
        org_id: ctx.orgId,
        id: personId,
        user_id: userId,
        name: input.adminName,
        email: input.email,
        created_at: now,
      })
      .execute();
    for (const role of ['admin', 'manager'] as const) {
      await addGrant(tx, ctx, { personId, role, programmeId: null });
    }
    if (input.isDemonstration) {
      await keepStory(
        tx,
        { orgId: ctx.orgId, clock: ctx.app.clock },
        { state: 'waiting', seed: input.seed },
      );
      await ctx.app.jobs.send(tx, loadDemonstration, { orgId: ctx.orgId, slug });
    }
    await audit({ subject: ['organisation', ctx.orgId], changes: { person: personId } });
    return { slug, email: input.email };
  },
});
