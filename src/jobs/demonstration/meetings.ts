import { addDays, addMinutes, dateInZone, daysBetween } from '../../kernel/calendar.ts';
import type { AreaKey } from '../../modules/programmes/area.ts';
import { confirmAsShown } from './confirming.ts';
import { disputeSession } from '../../modules/sessions/commands/dispute-session.ts';
import { logSession } from '../../modules/sessions/commands/log-session.ts';
import { settleDispute } from '../../modules/sessions/commands/settle-dispute.ts';
import type { Arc } from './arc.ts';
import { areaWords } from './area-words.ts';
import type { Company, Firm } from './company.ts';
import type { Script } from './director.ts';
import type { Match } from './matching.ts';
import type { Random } from './random.ts';
import { unlessRefused } from './refused.ts';

interface Wish {
  readonly area: AreaKey;
  /** Where the talk goes when it drifts. */
  readonly elsewhere: AreaKey;
  readonly arc: Arc;
  /** Meetings at most; the last ones may never come. */
  readonly count: number;
}

/** The meetings of a match, one after the other, each logged by the mentor and confirmed by the firm. */
export async function* meet(
  company: Company,
  firm: Firm,
  match: Match,
  wish: Wish,
  random: Random,
): Script {
  const { stage } = company;
  let from = addDays(stage.day(), random.between(3, 8));
  const told = random.between(0, 2);
  for (let n = 0; n < wish.count; n += 1) {
    const slot = stage.book(match.mentorId, from, random.pick([60, 90, 90, 120]));
    yield addMinutes(slot.endsAt, random.between(60, 300));
    const left = daysBetween(stage.day(), stage.today);
    if (wish.arc === 'silent' && left < 100) return;
    const isMissed =
      wish.arc === 'no-show' ? left < 50 : random.chance(0.05) && n > 0 && wish.arc !== 'dispute';
    const sessionId = await log(company, match, wish, random, {
      ...slot,
      isMissed,
      turn: told + n,
    });
    // The match has ended meanwhile.
    if (sessionId === null) return;
    const gap = wish.arc === 'drift' || wish.arc === 'no-show' ? [12, 18] : [14, 26];
    from = addDays(
      dateInZone(slot.startsAt, stage.org.zone),
      random.between(gap[0] ?? 14, gap[1] ?? 26),
    );
    if (isMissed) continue;
    yield stage.later(1, random.pick(['08:50', '12:15', '16:30']));
    yield* answer(company, firm, sessionId, wish.arc === 'dispute' && left < 40, random);
  }
}

async function log(
  company: Company,
  match: Match,
  wish: Wish,
  random: Random,
  held: { startsAt: string; endsAt: string; isMissed: boolean; turn: number },
): Promise<string | null> {
  const { stage } = company;
  const left = daysBetween(stage.day(), stage.today);
  const area = wish.arc === 'drift' && left < 75 ? wish.elsewhere : wish.area;
  const words = areaWords[area];
  const mentor = await stage.as(company.mentors.get(match.mentorId) ?? '');
  const logged = await unlessRefused(
    logSession(mentor, {
      matchId: match.matchId,
      startsAt: held.startsAt,
      endsAt: held.endsAt,
      mode: random.pick(['in-person', 'video', 'video'] as const),
      topics: random.chance(0.25) && wish.arc !== 'drift' ? [area, wish.elsewhere] : [area],
      kinds: [random.pick(['advice', 'feedback', 'challenge'] as const)],
      summary: held.isMissed ? '' : summary(words.summaries, held.turn),
      preparation: random.pick([0, 15, 30, 30]),
      followUp: held.isMissed ? 0 : random.pick([15, 30, 30, 45]),
      travel: 0,
      isRight: true,
      enterprise: held.isMissed
        ? { attendance: 'no-show', reason: 'Nobody came and the telephone was off' }
        : { attendance: random.chance(0.1) ? 'late' : 'attended' },
      actions:
        !held.isMissed && held.turn % 3 === 0
          ? [
              {
                title: inTurn(words.actions, held.turn),
                owner: random.pick(['enterprise', 'enterprise', 'mentor'] as const),
                dueOn: addDays(stage.day(), random.between(10, 40)),
              },
            ]
          : [],
      remark: random.chance(0.08) ? 'Good progress, but the founder carries too much alone.' : '',
    }),
  );
  return logged?.sessionId ?? null;
}

async function* answer(
  company: Company,
  firm: Firm,
  sessionId: string,
  isWrong: boolean,
  random: Random,
): Script {
  const { stage } = company;
  const lead = await stage.as(firm.leadId);
  const about = { sessionId, enrolmentId: firm.enrolmentId };
  if (isWrong || random.chance(0.015)) {
    const dispute = 'We met for an hour, not for the time entered.';
    const disputed = await unlessRefused(disputeSession(lead, { ...about, dispute }));
    if (isWrong || disputed === null) return;
    yield stage.later(3, '11:10');
    await unlessRefused(
      settleDispute(await stage.as(firm.adviserId), {
        ...about,
        attendance: 'attended',
        reason: 'Both agree after a call: the time entered holds the written follow-up, too',
      }),
    );
  } else if (random.chance(0.97)) {
    await unlessRefused(confirmAsShown(lead, about));
  }
}

const closings = [
  '',
  ' Agreed who does what until next time.',
  ' The figures are to be sent beforehand.',
  '',
  ' The co-director joined for half an hour.',
  ' Next time on site.',
  '',
  ' Slower than planned, for good reasons.',
];

function inTurn(list: readonly string[], turn: number): string {
  return list[turn % list.length] ?? '';
}

function summary(summaries: readonly string[], turn: number): string {
  return `${inTurn(summaries, turn)}${inTurn(closings, turn)}`;
}
