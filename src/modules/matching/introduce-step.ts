import { mentorPaths, participantPaths } from '../../kernel/paths.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { makeLink, type OwnPage, renewedDays } from '../../platform/links.ts';
import { areaLabels } from '../programmes/area.ts';
import { todayIn } from '../programmes/reads.ts';
import { type Correspondent, personOfEnterprise, personOfMentor } from './correspondent-rows.ts';
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
  /** While the yes can be taken back the letters with the numbers wait. */
  notBefore?: string;
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
  const { enrolmentId, notBefore } = wish;
  const waits = notBefore === undefined ? {} : { notBefore };
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
      ...(await pageFor(tx, ctx, mentor, 'mentor-page', own)),
      logUrl: log.url,
    });
    await sendTo(tx, ctx, mentor, words, {
      kind: 'introduction',
      about,
      enrolmentId,
      ...waits,
    });
  }
  if (mentor && firm) {
    const words = introductionToEnterprise({
      name: firm.name,
      organisation,
      mentor,
      headline: row?.headline ?? '',
      area: areaLabels[need.area],
      ...(await pageFor(tx, ctx, firm, 'firm-page', participantPaths(ctx.org.slug).home)),
    });
    await sendTo(tx, ctx, firm, words, {
      kind: 'introduction',
      about,
      enrolmentId,
      ...waits,
    });
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
      introduced_on: need.introducedOn ?? (await todayIn(tx, ctx, need.programmeId)),
      waits_since: null,
      version: need.version + 1,
    })
    .where('id', '=', need.id)
    .execute();
}

/** The page of one's own: behind a password for whoever can sign in, by a link for everybody else. */
async function pageFor(tx: Tx, ctx: Ctx, person: Correspondent, page: OwnPage, signedIn: string) {
  if (person.hasAccount) return { url: `${ctx.app.url}${signedIn}`, isByLink: false };
  const { personId } = person;
  const days = renewedDays[page] ?? 90;
  const { url } = await makeLink(tx, ctx, { purpose: page, personId, days });
  return { url, isByLink: true };
}
