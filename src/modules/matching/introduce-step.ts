import { mentorPaths, participantPaths } from '../../kernel/paths.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { makeLink } from '../../platform/links.ts';
import { areaLabels } from '../programmes/area.ts';
import { personOfEnterprise, personOfMentor } from './correspondent-rows.ts';
import { introductionToEnterprise, introductionToMentor } from './mails.ts';
import { needInPlace } from './reads.ts';
import { sendTo } from './send-to-step.ts';

/** Days for which a mentor can log from the letter, without signing in. */
const logLinkDays = 180;

interface Introduction {
  matchId: string;
  needId: string;
  enrolmentId: string;
  mentorId: string;
  briefing: string;
}

/**
 * Mails both sides how to reach the other, stamps the match and stops the need's clock at its first
 * introduction. The caller has locked need and match.
 */
export async function introduce(tx: Tx, ctx: Ctx, wish: Introduction): Promise<void> {
  const need = await needInPlace(tx, wish.needId);
  const mentor = await personOfMentor(tx, wish.mentorId);
  const firm = await personOfEnterprise(tx, need.enterpriseId);
  const row = await tx
    .selectFrom('mentor')
    .select('headline')
    .where('id', '=', wish.mentorId)
    .executeTakeFirst();
  const { enrolmentId } = wish;
  const organisation = ctx.org.name;
  const about = ['match', wish.matchId] as const;
  if (mentor) {
    const own = mentorPaths(ctx.org.slug).enterprise(enrolmentId);
    const { enterpriseName: enterprise } = need;
    const log = await makeLink(tx, ctx, {
      purpose: 'log-session',
      personId: mentor.personId,
      subjectId: wish.matchId,
      days: logLinkDays,
    });
    const words = introductionToMentor({
      name: mentor.name,
      organisation,
      enterprise,
      contact: firm,
      briefing: wish.briefing,
      url: mentor.hasAccount ? `${ctx.app.url}${own}` : null,
      logUrl: log.url,
    });
    await sendTo(tx, ctx, mentor, words, { kind: 'introduction', about, enrolmentId });
  }
  if (mentor && firm) {
    const words = introductionToEnterprise({
      name: firm.name,
      organisation,
      mentor,
      headline: row?.headline ?? '',
      area: areaLabels[need.area],
      url: firm.hasAccount ? `${ctx.app.url}${participantPaths(ctx.org.slug).home}` : null,
    });
    await sendTo(tx, ctx, firm, words, { kind: 'introduction', about, enrolmentId });
  }
  await tx
    .updateTable('match')
    .set({ introduced_at: ctx.clock.now() })
    .where('id', '=', wish.matchId)
    .execute();
  await tx
    .updateTable('need')
    .set({
      state: 'introduced',
      introduced_on: need.introducedOn ?? ctx.clock.today(ctx.org.zone),
      waits_since: null,
      version: need.version + 1,
    })
    .where('id', '=', need.id)
    .execute();
}
