import { sql } from 'kysely';
import { plural } from '../../kernel/text.ts';
import type { Tx } from '../../platform/database.ts';
import { addresseeOf } from '../enterprises/reads.ts';
import { askText, letterKey, type OpenAsk } from '../matching/asks/ask.ts';
import { type AskScope, openAsksOf } from '../matching/asks/reads.ts';
import { matchLetterKey, matchText, runningMatches } from '../matching/leaving-matches-step.ts';
import { type AreaKey, areaLabels } from '../programmes/area.ts';
import type { Reach } from '../programmes/reach/reads.ts';
import type { Hanging, LetterDraft } from './hanging.ts';

interface Ending {
  /** With which cause running matches end; `refused` when they stand in the way, `go-on` when they are not touched. */
  matches: 'enterprise-left' | 'mentor-left' | 'refused' | 'go-on';
  /** Whether the mentor is written to; not when they end it themself. */
  tellsMentor?: boolean;
  /** The mentor ends it themselves and reads this. */
  isOwn?: boolean;
  /** The programmes whose firms the reader may know; null means every one. */
  reach?: Reach;
}

/** What hangs on a need, a firm or a mentor that is about to end. Changes nothing. */
export async function hangingOn(
  tx: Tx,
  scope: AskScope,
  { matches, tellsMentor = true, isOwn = false, reach = null }: Ending,
): Promise<Hanging> {
  const asks = await openAsksOf(tx, scope);
  const running = matches === 'go-on' ? [] : await runningMatches(tx, scope);
  const hanging: Hanging = { lines: [], letters: [], blocking: [] };
  const isSeen = ({ programmeId }: { programmeId: string }) =>
    reach === null || reach.includes(programmeId);
  const byMentor = scope.mentorId !== undefined;
  for (const ask of asks) {
    // Mentors who leave by themselves have not learnt whose need it is, nor on which list they stand.
    if (isOwn) {
      if (ask.kind === 'offer') hanging.lines.push(ownLine(ask));
      continue;
    }
    if (!isSeen(ask)) {
      hanging.lines.push(
        'A question of another programme is withdrawn; whoever was asked is told.',
      );
      continue;
    }
    const isStruck = byMentor && ask.kind === 'shortlist' && ask.left > 0;
    hanging.lines.push(isStruck ? struckLine(ask) : askLine(ask));
    const isTold = ask.kind === 'shortlist' || tellsMentor;
    if (!isStruck && !ask.isUnsent && isTold) hanging.letters.push(askLetter(ask));
  }
  for (const match of running) {
    if (matches === 'refused') {
      const firm = isSeen(match) ? match.enterpriseName : 'an enterprise of another programme';
      const label = `${match.mentorName} with ${firm}`;
      hanging.blocking.push({ id: match.id, label });
    } else if (matches !== 'go-on') {
      hanging.lines.push(
        `${match.mentorName} no longer works with ${match.enterpriseName}; what is planned is cancelled.`,
      );
      hanging.letters.push(...matchLetters(match, matches));
    }
  }
  return hanging;
}

/** The same for a person, who may be a mentor and an adviser. */
export async function hangingOnPerson(
  tx: Tx,
  personId: string,
  {
    isRemoved,
    losesMentor,
    losesAdviser = false,
  }: { isRemoved: boolean; losesMentor: boolean; losesAdviser?: boolean },
): Promise<Hanging> {
  const mentor = await tx
    .selectFrom('mentor')
    .select('id')
    .where('person_id', '=', personId)
    .where('state', '<>', 'left')
    .executeTakeFirst();
  const hanging: Hanging =
    mentor && losesMentor
      ? await hangingOn(
          tx,
          { mentorId: mentor.id },
          { matches: 'mentor-left', tellsMentor: !isRemoved },
        )
      : { lines: [], letters: [], blocking: [] };
  if (mentor && losesMentor) hanging.lines.unshift('They leave the panel of mentors.');
  if (isRemoved) {
    hanging.letters = hanging.letters.filter(({ key }) => !key.endsWith('/mentor'));
    hanging.lines.push(...(await firmsSpokenFor(tx, personId)));
  }
  if (isRemoved || losesAdviser) {
    const advised = await tx
      .selectFrom('enrolment')
      .select((by) => by.fn.countAll<number>().as('n'))
      .where('adviser_id', '=', personId)
      .where('state', 'in', ['applied', 'eligible'])
      .executeTakeFirstOrThrow();
    if (advised.n > 0) {
      hanging.lines.push(
        `${plural(advised.n, 'enterprise waits', 'enterprises wait')} for another adviser.`,
      );
    }
  }
  return hanging;
}

/** Firms of the person, who speaks for each next, and what goes to them. */
async function firmsSpokenFor(tx: Tx, personId: string): Promise<string[]> {
  const found = await sql<{ id: string; name: string; next: string | null }>`
    select e.id, e.name, (select p.name from enterprise_person o
        join person p on p.org_id = o.org_id and p.id = o.person_id and p.removed_at is null
        where o.org_id = r.org_id and o.enterprise_id = r.enterprise_id and o.to_on is null
          and o.person_id <> r.person_id
        order by o.is_lead desc, p.name, p.id
        limit 1) as next
    from enterprise_person r
    join enterprise e on e.org_id = r.org_id and e.id = r.enterprise_id
    where r.person_id = ${personId}::uuid and r.to_on is null
    order by e.name`.execute(tx);
  const lines: string[] = [];
  for (const { id, name, next } of found.rows) {
    lines.push(
      next === null
        ? `${name} is left without anybody to reach.`
        : `${next} speaks for ${name} from now on.`,
    );
    const lists = (await openAsksOf(tx, { enterpriseId: id })).filter(
      (ask) => ask.kind === 'shortlist',
    );
    if (lists.length > 0 && next !== null) {
      lines.push(`The list of mentors that waits for its choice goes to ${next}.`);
    }
  }
  return lines;
}

const areaOf = (ask: OpenAsk) => areaLabels[ask.area as AreaKey].toLowerCase();

function ownLine(ask: OpenAsk): string {
  return `The question about ${areaOf(ask)} that waits for your answer is withdrawn.`;
}

function askLine(ask: OpenAsk): string {
  const unsent = ask.isUnsent ? ' The letter has not left and is taken back.' : '';
  return ask.kind === 'offer'
    ? `The question to ${ask.mentorName} about ${ask.enterpriseName}, ${areaOf(ask)}, is withdrawn.${unsent}`
    : `The list of mentors that ${ask.enterpriseName} has for ${areaOf(ask)} is withdrawn.${unsent}`;
}

function struckLine(ask: OpenAsk): string {
  return `On the list that ${ask.enterpriseName} has for ${areaOf(ask)} this mentor can no longer be chosen.`;
}

function askLetter(ask: OpenAsk): LetterDraft {
  return {
    key: letterKey(ask),
    to: ask.kind === 'offer' ? (ask.mentorName ?? '') : ask.enterpriseName,
    text: askText(ask),
  };
}

function matchLetters(
  match: { id: string; mentorName: string; enterpriseName: string },
  cause: 'enterprise-left' | 'mentor-left',
): LetterDraft[] {
  const { id, mentorName: mentor, enterpriseName: enterprise } = match;
  const key = (side: 'mentor' | 'enterprise') => matchLetterKey(id, side);
  return [
    { key: key('mentor'), to: mentor, text: matchText(cause, 'mentor', enterprise) },
    { key: key('enterprise'), to: enterprise, text: matchText(cause, 'enterprise', mentor) },
  ];
}

export interface UndecidedApplicant {
  kind: 'application' | 'enrolment';
  id: string;
  personId: string | null;
  name: string;
  email: string;
}

/** Who applied and has no decision: applications that nobody took in, and firms taken in but not decided about. */
export async function undecidedApplicants(
  tx: Tx,
  programmeId: string,
): Promise<UndecidedApplicant[]> {
  const sent = await tx
    .selectFrom('application')
    .select(['id', 'applicant_name as name', 'applicant_email as email'])
    .where('programme_id', '=', programmeId)
    .where('state', '=', 'submitted')
    .where('enrolment_id', 'is', null)
    .where('applicant_email', '<>', '')
    .orderBy('id')
    .execute();
  const taken = await tx
    .selectFrom('enrolment')
    .select(['id', 'enterprise_id as enterpriseId'])
    .where('programme_id', '=', programmeId)
    .where('state', '=', 'applied')
    .orderBy('id')
    .execute();
  const found: UndecidedApplicant[] = sent.map((one) => ({
    ...{ kind: 'application' as const, id: one.id, personId: null },
    name: one.name || 'applicant',
    email: one.email,
  }));
  for (const { id, enterpriseId } of taken) {
    const to = await addresseeOf(tx, enterpriseId);
    if (to) found.push({ kind: 'enrolment', id, ...to });
  }
  // Somebody who applied twice reads it once.
  return [...new Map(found.map((one) => [one.email.toLowerCase(), one])).values()];
}
