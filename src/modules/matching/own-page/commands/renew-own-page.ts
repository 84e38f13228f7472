import { z } from 'zod';
import { addMinutes } from '../../../../kernel/calendar.ts';
import { command } from '../../../../platform/command.ts';
import { ownerOfLink, ownPageOf } from '../../../../platform/links.ts';
import { matchingPermissions } from '../../permissions.ts';
import { ownPageKind, sendOwnPage } from '../own-page-letter.ts';

/** Somebody else may press the button of an old letter: so few letters an hour go to one person. */
const mostAnHour = 3;

/**
 * Whoever holds an old or dead link has the way to their page sent anew, to the address on record. The answer is
 * the same whether or not there was such a link.
 */
export const renewOwnPage = command({
  name: 'renew-own-page',
  permission: matchingPermissions.ownPage.renew,
  input: z.strictObject({ secret: z.string().max(100) }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({});
    const link = await ownerOfLink(tx, input.secret);
    const page = link && ownPageOf(link.purpose);
    const person =
      link?.personId && page
        ? await tx
            .selectFrom('person')
            .select(['id', 'name', 'email'])
            .where('id', '=', link.personId)
            .where('removed_at', 'is', null)
            .forUpdate()
            .executeTakeFirst()
        : undefined;
    let isSent = false;
    if (person && page) {
      const since = addMinutes(ctx.clock.now(), -60);
      const lately = await tx
        .selectFrom('mail')
        .select('id')
        .where('about_id', '=', person.id)
        .where('kind', '=', ownPageKind)
        .where('created_at', '>', since)
        .execute();
      isSent = lately.length < mostAnHour && (await sendOwnPage(tx, ctx, person, page));
    }
    await audit({ subject: ['link', link?.id ?? null], changes: { isSent } });
    return {};
  },
});
