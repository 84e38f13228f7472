import { sql } from 'kysely';
import { programmePaths } from '../../kernel/paths.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { whomToRing } from '../enterprises/advising/reads.ts';
import { areaLabels } from '../programmes/area.ts';
import type { LetterTexts } from './asks/ask.ts';
import { closeMatch } from './close-match-step.ts';
import { personById } from './correspondent-rows.ts';
import { adviserLetter } from './mails.ts';
import type { EndCause } from './match.ts';
import { matchInPlace } from './reads.ts';
import { handoverDraft } from './rematch/handover.ts';
import { handoverFactsOf } from './rematch/reads.ts';
import { sendTo } from './send-to-step.ts';
import { matchForUpdate } from './store.ts';
import { paragraphs, tellBoth } from './tell-both-step.ts';

interface Scope {
  enrolmentId?: string;
  mentorId?: string;
  enterpriseId?: string;
  needId?: string;
  programmeId?: string;
}

export interface RunningMatch {
  id: string;
  programmeId: string;
  enterpriseName: string;
  mentorName: string;
}

/** Matches that run, in the scope; all that is given must hold. */
export async function runningMatches(tx: Tx, scope: Scope): Promise<RunningMatch[]> {
  const is = (column: string, value: string | undefined) =>
    value === undefined ? sql`` : sql`and ${sql.ref(column)} = ${value}::uuid`;
  const found = await sql<RunningMatch>`
    select t.id, n.programme_id as "programmeId", e.name as "enterpriseName", p.name as "mentorName"
    from match t
    join enrolment n on n.org_id = t.org_id and n.id = t.enrolment_id
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    join mentor m on m.org_id = t.org_id and m.id = t.mentor_id
    join person p on p.org_id = m.org_id and p.id = m.person_id
    where t.end_cause is null ${is('t.enrolment_id', scope.enrolmentId)}
      ${is('t.mentor_id', scope.mentorId)} ${is('t.need_id', scope.needId)}
      ${is('n.enterprise_id', scope.enterpriseId)} ${is('n.programme_id', scope.programmeId)}
    order by t.id`.execute(tx);
  return found.rows;
}

/** What a letter of an ended match is known by on a form. */
export function matchLetterKey(matchId: string, side: 'mentor' | 'enterprise'): string {
  return `match/${matchId}/${side}`;
}

/** What each side reads when the other leaves, before what is said of planned meetings. */
export function matchText(
  cause: 'enterprise-left' | 'mentor-left',
  side: 'mentor' | 'enterprise',
  other: string,
): string {
  if (cause === 'enterprise-left') {
    return side === 'mentor'
      ? `${other} has left the programme, so your work together ends today. Thank you for your time and your experience: it is a gift. Please write up any session that is still missing.`
      : `Your time on the programme ends today, and with it your work with ${other}. Thank you both.`;
  }
  return side === 'mentor'
    ? `Your work with ${other} ends today. Thank you for your time and your experience: it is a gift.`
    : `${other} can no longer be your mentor, so your work together ends today. Thank you both. Your adviser will be in touch about who comes next.`;
}

/**
 * Ends every running match of a firm or a mentor that goes: meetings still planned are cancelled, both sides are told,
 * and where a handover is due it is drafted from what both sides have read. Gives the matches.
 */
export async function endMatches(
  tx: Tx,
  ctx: Ctx,
  matches: readonly RunningMatch[],
  how: { cause: 'enterprise-left' | 'mentor-left'; letters?: LetterTexts; tellsAdviser: boolean },
): Promise<string[]> {
  for (const { id } of matches) {
    const match = await matchForUpdate(tx, id);
    const place = await matchInPlace(tx, id);
    const handover =
      how.cause === 'mentor-left'
        ? handoverDraft({
            mentorName: place.mentorName,
            area: areaLabels[place.area],
            ...(await handoverFactsOf(tx, id, ctx.org.zone)),
          })
        : '';
    const cause: EndCause = how.cause;
    const words = await closeMatch(tx, ctx, match, { cause, note: '', handover });
    const text = (side: 'mentor' | 'enterprise', other: string) =>
      how.letters?.[matchLetterKey(id, side)] || matchText(how.cause, side, other);
    await tellBoth(tx, ctx, {
      matchId: id,
      needId: match.need_id,
      mentorId: match.mentor_id,
      toMentor: ({ enterprise }) => paragraphs(text('mentor', enterprise), words.toBoth),
      toEnterprise: ({ mentor }) =>
        paragraphs(text('enterprise', mentor), words.toBoth, words.toEnterprise),
    });
    if (how.tellsAdviser) await tellAdviser(tx, ctx, place);
  }
  return matches.map(({ id }) => id);
}

async function tellAdviser(
  tx: Tx,
  ctx: Ctx,
  match: Awaited<ReturnType<typeof matchInPlace>>,
): Promise<void> {
  const responsible = await whomToRing(tx, ctx.clock.now(), match);
  if (!responsible || responsible.personId === ctx.actor.personId) return;
  const programme = await tx
    .selectFrom('programme')
    .select('slug')
    .where('id', '=', match.programmeId)
    .executeTakeFirstOrThrow();
  const paths = programmePaths(ctx.org.slug, programme.slug);
  const words = adviserLetter({
    name: responsible.name,
    organisation: ctx.org.name,
    subject: `${match.enterpriseName} has lost its mentor`,
    text: `${match.mentorName} is no longer a mentor here. The work with ${match.enterpriseName} on ${areaLabels[match.area].toLowerCase()} has ended, a handover was drafted from its sessions, and the need waits again.`,
    url: `${ctx.app.url}${paths.matching(match.needId)}`,
  });
  const person = await personById(tx, responsible.personId);
  await sendTo(tx, ctx, person, words, { kind: 'match-lost', about: ['match', match.id] });
}
