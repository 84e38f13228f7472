import { programmePaths } from '../../kernel/paths.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { isMailAddress } from '../../kernel/contact-details.ts';
import { queueMail } from '../../platform/mail/outbox.ts';
import { programmeById } from '../programmes/reads.ts';
import { givenFirmLetter, newAdviserLetter, newAdviserText } from './mails.ts';
import { addresseeOf, type Enrolment } from './reads.ts';

/** Tells an adviser of a firm that is theirs now, and a firm on the programme whom to ring. */
export async function tellOfAdviser(
  tx: Tx,
  ctx: Ctx,
  enrolment: Enrolment,
  { adviserId, text }: { adviserId: string; text: string },
): Promise<void> {
  const adviser = await tx
    .selectFrom('person')
    .select(['id', 'name', 'email', 'phone'])
    .where('id', '=', adviserId)
    .executeTakeFirstOrThrow();
  const about = ['enrolment', enrolment.id] as const;
  const organisation = ctx.org.name;
  if (adviser.email && isMailAddress(adviser.email) && adviser.id !== ctx.actor.personId) {
    const programme = await programmeById(tx, enrolment.programmeId);
    const own = programmePaths(ctx.org.slug, programme.slug).enrolment(enrolment.id);
    await queueMail(tx, ctx, {
      to: { personId: adviser.id, address: adviser.email, name: adviser.name },
      kind: 'firm-given',
      ...givenFirmLetter({
        ...{ addressee: adviser.name, organisation, enterprise: enrolment.enterpriseName },
        url: `${ctx.app.url}${own.record}`,
      }),
      about,
    });
  }
  if (enrolment.state !== 'eligible') return;
  const firm = await addresseeOf(tx, enrolment.enterpriseId);
  if (!firm || !isMailAddress(firm.email)) return;
  await queueMail(tx, ctx, {
    to: { personId: firm.personId, address: firm.email, name: firm.name },
    kind: 'new-adviser',
    ...newAdviserLetter({
      ...{ addressee: firm.name, organisation, adviser },
      text: text || newAdviserText,
    }),
    about,
    answersTo: adviser.id,
  });
}
