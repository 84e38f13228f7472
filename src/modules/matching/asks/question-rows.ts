import type { Tx } from '../../../platform/database.ts';
import { type Correspondent, personOfEnterprise, personOfMentor } from '../correspondent-rows.ts';
import { feedbackOf } from '../fit/feedback-rows.ts';
import { fitCheckRefusal } from '../fit/fit-check.ts';
import { fitCheckOf } from '../fit/fit-check-rows.ts';
import { closedOfferWords } from '../offer.ts';
import { offerById, shortlistById } from '../offers/reads.ts';
import { offerForUpdate, shortlistForUpdate } from '../store.ts';
import { lettersOfQuestion, type QuestionKind } from './question.ts';

export interface QuestionInPlace {
  kind: QuestionKind;
  id: string;
  /** What its letters are about. */
  about: readonly ['offer' | 'shortlist' | 'match', string];
  programmeId: string;
  enterpriseId: string;
  /** Of the firm, unless a mentor is asked. */
  mentorId: string | null;
  /** Why it waits for nobody; null while it waits. */
  refusal: string | null;
}

/** A question with what surrounds it; with `locks` it is held until the transaction ends. */
export async function questionInPlace(
  tx: Tx,
  kind: QuestionKind,
  id: string,
  { locks }: { locks: boolean },
): Promise<QuestionInPlace> {
  switch (kind) {
    case 'offer': {
      if (locks) await offerForUpdate(tx, id);
      const offer = await offerById(tx, id);
      const { programmeId, enterpriseId, mentorId, state } = offer;
      const refusal = state === 'pending' ? null : closedOfferWords(state, { isForMentor: false });
      return { kind, id, about: ['offer', id], programmeId, enterpriseId, mentorId, refusal };
    }
    case 'shortlist': {
      if (locks) await shortlistForUpdate(tx, id);
      const { programmeId, enterpriseId, state } = await shortlistById(tx, id);
      const refusal =
        state === 'sent' ? null : 'The enterprise does not have to choose from this list.';
      const about = ['shortlist', id] as const;
      return { kind, id, about, programmeId, enterpriseId, mentorId: null, refusal };
    }
    case 'fit': {
      const check = await fitCheckOf(tx, id, { locks });
      const { programmeId, enterpriseId } = check;
      const mentorId = check.side === 'mentor' ? check.mentorId : null;
      const about = ['match', check.matchId] as const;
      return { kind, id, about, programmeId, enterpriseId, mentorId, refusal: closedFit(check) };
    }
    case 'feedback': {
      const asked = await feedbackOf(tx, id, { locks });
      const { programmeId, enterpriseId } = asked;
      const refusal = asked.isAnswered ? 'The enterprise has answered already.' : null;
      const about = ['match', asked.matchId] as const;
      return { kind, id, about, programmeId, enterpriseId, mentorId: null, refusal };
    }
  }
}

function closedFit(check: Parameters<typeof fitCheckRefusal>[0]): string | null {
  if (check.answer !== null) return 'This has been answered already.';
  return fitCheckRefusal(check) === null ? null : 'Nobody is asked this any more.';
}

/** Whom the question goes to now: who is asked may have changed since the first letter. */
export async function personAsked(
  tx: Tx,
  { mentorId, enterpriseId }: Pick<QuestionInPlace, 'mentorId' | 'enterpriseId'>,
): Promise<Correspondent | null> {
  return mentorId === null ? personOfEnterprise(tx, enterpriseId) : personOfMentor(tx, mentorId);
}

/** The newest letter to somebody that asks it and did not fail. */
export async function lastLetter(
  tx: Tx,
  { kind, about }: { kind: QuestionKind | 'sharing'; about: readonly [string, string] },
  personId: string,
): Promise<{ isWaiting: boolean; at: string } | null> {
  const row = await tx
    .selectFrom('mail')
    .select(['state', 'created_at as at'])
    .where('about_id', '=', about[1])
    .where('person_id', '=', personId)
    .where('kind', 'in', lettersOfQuestion[kind])
    .where('state', 'in', ['queued', 'sending', 'sent', 'kept'])
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { isWaiting: row.state === 'queued', at: row.at } : null;
}

/** The same of a question by its id, for its page. */
export async function lastLetterOf(tx: Tx, kind: QuestionKind, id: string) {
  const question = await questionInPlace(tx, kind, id, { locks: false });
  const person = await personAsked(tx, question);
  return person === null ? null : lastLetter(tx, question, person.personId);
}
