import { programmePaths } from '../../kernel/paths.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import type { Role } from '../../platform/permission.ts';
import { queueMail } from '../../platform/mail/outbox.ts';
import { plural } from '../../kernel/text.ts';
import { whomToRing } from '../enterprises/advising/reads.ts';
import { adviserLeaves } from '../enterprises/enrolment-leaves-step.ts';
import type { LetterTexts, WithdrawnAsks } from '../matching/asks/ask.ts';
import { openAsksOf } from '../matching/asks/reads.ts';
import { withdrawAsks } from '../matching/asks/withdraw-asks-step.ts';
import { endMatches, runningMatches } from '../matching/leaving-matches-step.ts';
import { mentorLeaves, presentMentorOf } from '../mentors/mentor-leaves-step.ts';
import { rolesLeft } from '../people/role-ends-step.ts';
import type { RoleScope } from '../people/role.ts';
import { programmeById } from '../programmes/reads.ts';

interface Lost {
  /** Which of the roles have ended, or may have. */
  roles: readonly Role[];
  letters: LetterTexts;
  reason: string;
}

/** What went with a role. */
interface RoleConsequences {
  because: 'mentor-loses-role';
  gone: WithdrawnAsks;
  /** Matches that ended. */
  matches: string[];
  /** Firms that look for another adviser. */
  unadvised: string[];
}

/**
 * What hangs on the roles that a person has just lost, as far as no other grant of the same role covers it: a mentor's
 * questions are taken back and matches end, an adviser's firms wait for another adviser.
 */
export async function roleConsequences(
  tx: Tx,
  ctx: Ctx,
  personId: string,
  lost: Lost,
): Promise<RoleConsequences> {
  const left = await rolesLeft(tx, ctx, personId);
  const after: RoleConsequences = {
    because: 'mentor-loses-role',
    gone: { offers: [], shortlists: [], struck: [] },
    matches: [],
    unadvised: [],
  };
  if (lost.roles.includes('mentor')) {
    await mentorGoes(tx, ctx, personId, { lost, left: of(left, 'mentor'), after });
  }
  if (lost.roles.includes('adviser')) {
    await adviserGoes(tx, ctx, personId, { left: of(left, 'adviser'), after });
  }
  return after;
}

async function mentorGoes(
  tx: Tx,
  ctx: Ctx,
  personId: string,
  { lost, left, after }: { lost: Lost; left: readonly RoleScope[]; after: RoleConsequences },
): Promise<void> {
  if (left.some(({ programmeId }) => programmeId === null)) return;
  const mentor = await presentMentorOf(tx, personId);
  if (!mentor) return;
  const mentorId = mentor.id;
  const isLost = ({ programmeId }: { programmeId: string }) =>
    left.every((grant) => grant.programmeId !== programmeId);
  const asks = (await openAsksOf(tx, { mentorId })).filter(isLost);
  for (const programmeId of new Set(asks.map((ask) => ask.programmeId))) {
    const gone = await withdrawAsks(
      tx,
      ctx,
      { mentorId, programmeId },
      { letters: lost.letters, toAdviser: 'is no longer a mentor here' },
    );
    after.gone.offers.push(...gone.offers);
    after.gone.shortlists.push(...gone.shortlists);
    after.gone.struck.push(...gone.struck);
  }
  const running = (await runningMatches(tx, { mentorId })).filter(isLost);
  after.matches = await endMatches(tx, ctx, running, {
    cause: 'mentor-left',
    letters: lost.letters,
    tellsAdviser: true,
  });
  if (left.length === 0) await mentorLeaves(tx, mentorId);
}

async function adviserGoes(
  tx: Tx,
  ctx: Ctx,
  personId: string,
  { left, after }: { left: readonly RoleScope[]; after: RoleConsequences },
): Promise<void> {
  if (left.some(({ programmeId }) => programmeId === null)) return;
  const kept = left.flatMap(({ programmeId }) => programmeId ?? []);
  const programmes = await tx
    .selectFrom('enrolment')
    .select('programme_id as id')
    .distinct()
    .where('adviser_id', '=', personId)
    .execute();
  const lost = programmes.map(({ id }) => id).filter((id) => !kept.includes(id));
  const firms = await adviserLeaves(tx, personId, lost);
  after.unadvised = firms.map(({ id }) => id);
  for (const programmeId of new Set(firms.map((firm) => firm.programmeId))) {
    const n = firms.filter((firm) => firm.programmeId === programmeId).length;
    await tellWhoManages(tx, ctx, programmeId, n);
  }
}

async function tellWhoManages(tx: Tx, ctx: Ctx, programmeId: string, n: number): Promise<void> {
  const manager = await whomToRing(tx, ctx.clock.now(), { programmeId });
  if (!manager?.email || manager.personId === ctx.actor.personId) return;
  const programme = await programmeById(tx, programmeId);
  const firms = plural(n, 'enterprise');
  const url = `${ctx.app.url}${programmePaths(ctx.org.slug, programme.slug).enterprises}`;
  await queueMail(tx, ctx, {
    to: { personId: manager.personId, address: manager.email, name: manager.name },
    kind: 'adviser-left',
    subject: `${firms} of ${programme.name} without an adviser`,
    body: `Dear ${manager.name},\n\nAn adviser has gone, and ${n === 1 ? 'an enterprise waits' : `${firms} wait`} for another. Until then you are told of what mentors and enterprises answer.\n\n${url}\n\nWith kind regards\n${ctx.org.name}`,
    about: ['programme', programmeId],
  });
}

const of = (grants: readonly RoleScope[], role: Role) => grants.filter((one) => one.role === role);
