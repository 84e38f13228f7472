import { programmePaths } from '../../kernel/paths.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { isMailAddress } from '../../kernel/contact-details.ts';
import { queueMail } from '../../platform/mail/outbox.ts';
import { programmeById } from '../programmes/reads.ts';
import { givenFirmLetter, newAdviserLetter, newAdviserText } from './mails.ts';
import { addresseeOf, type Enrolment } from './reads.ts';

/** Tells an adviser in one letter of the firms that are theirs now, and each that is on the programme whom to ring. */
export async function tellOfAdviser(
  tx: Tx,
  ctx: Ctx,
  enrolments: readonly Enrolment[],
  { adviserId, text, reason = '' }: { adviserId: string; text: string; reason?: string },
): Promise<void> {
  const adviser = await tx
    .selectFrom('person')
    .select(['id', 'name', 'email', 'phone'])
    .where('id', '=', adviserId)
    .executeTakeFirstOrThrow();
  const [first] = enrolments;
  if (!first) return;
  const organisation = ctx.org.name;
  if (adviser.email && isMailAddress(adviser.email) && adviser.id !== ctx.actor.personId) {
    const programme = await programmeById(tx, first.programmeId);
    const paths = programmePaths(ctx.org.slug, programme.slug);
    const page = enrolments.length === 1 ? paths.enrolment(first.id).record : paths.today;
    await queueMail(tx, ctx, {
      to: { personId: adviser.id, address: adviser.email, name: adviser.name },
      kind: 'firm-given',
      ...givenFirmLetter({
        ...{ addressee: adviser.name, organisation },
        enterprises: enrolments.map((one) => one.enterpriseName),
        reason,
        url: `${ctx.app.url}${page}`,
      }),
      about: ['enrolment', first.id],
    });
  }
  for (const enrolment of enrolments) await tellFirm(tx, ctx, enrolment, { adviser, text });
}

interface NewAdviser {
  adviser: Parameters<typeof newAdviserLetter>[0]['adviser'] & { id: string };
  text: string;
}

async function tellFirm(tx: Tx, ctx: Ctx, enrolment: Enrolment, { adviser, text }: NewAdviser) {
  if (enrolment.state !== 'eligible') return;
  const firm = await addresseeOf(tx, enrolment.enterpriseId);
  if (!firm || !isMailAddress(firm.email)) return;
  await queueMail(tx, ctx, {
    to: { personId: firm.personId, address: firm.email, name: firm.name },
    kind: 'new-adviser',
    ...newAdviserLetter({
      ...{ addressee: firm.name, organisation: ctx.org.name, adviser },
      text: text || newAdviserText,
    }),
    about: ['enrolment', enrolment.id],
    answersTo: adviser.id,
  });
}
