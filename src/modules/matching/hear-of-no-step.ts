import { formatDate } from '../../kernel/calendar.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { makeLink } from '../../platform/links.ts';
import { whomToRing } from '../enterprises/advising/reads.ts';
import { programmeById } from '../programmes/reads.ts';
import { personOfEnterprise, personOfMentor } from './correspondent-rows.ts';
import { mentorSaidNoLetter } from './mails.ts';
import { answerDay } from './offer.ts';
import { needInPlace } from './reads.ts';
import { sendTo } from './send-to-step.ts';
import { shortlistForUpdate } from './store.ts';
import { standsFrom } from './taking-back.ts';

interface SaidNo {
  id: string;
  need_id: string;
  mentor_id: string;
  shortlist_id: string | null;
}

/**
 * A firm that chose the mentor hears of the no, and who looks now; the list opens again while somebody on it has not
 * said no. A firm that chose nobody was told of nobody, so it hears nothing. The caller holds the need's lock and has
 * ended the offer.
 */
export async function hearOfNo(
  tx: Tx,
  ctx: Ctx,
  offer: SaidNo,
  { isAnswer }: { isAnswer: boolean },
): Promise<void> {
  if (offer.shortlist_id === null) return;
  const list = await shortlistForUpdate(tx, offer.shortlist_id);
  if (list.state !== 'chosen') return;
  const need = await needInPlace(tx, offer.need_id);
  const programme = await programmeById(tx, need.programmeId);
  const firm = await personOfEnterprise(tx, need.enterpriseId);
  const mentor = await personOfMentor(tx, offer.mentor_id);
  const adviser = await whomToRing(tx, ctx.clock.now(), { enrolmentId: need.enrolmentId });
  const fresh = answerDay(ctx.clock.today(programme.zone), programme.answer_days);
  const chooseBy = await reopen(tx, list, fresh);
  const link =
    chooseBy === null
      ? null
      : await makeLink(tx, ctx, {
          purpose: 'choose-mentor',
          personId: firm?.personId,
          subjectId: list.id,
          days: 60,
        });
  const words = mentorSaidNoLetter({
    name: firm?.name ?? '',
    organisation: ctx.org.name,
    mentor: mentor?.name ?? 'The mentor',
    adviser,
    again: link && chooseBy ? { due: formatDate(chooseBy), url: link.url } : null,
  });
  await sendTo(tx, ctx, firm, words, {
    kind: 'mentor-said-no',
    about: ['offer', offer.id],
    enrolmentId: need.enrolmentId,
    ...(isAnswer ? { notBefore: standsFrom(ctx.clock.now()) } : {}),
  });
}

/** Opens the list for those who have not said no; gives until when, or null when it does not hold any more. */
async function reopen(
  tx: Tx,
  list: { id: string; need_id: string; choose_by: string; version: number },
  fresh: string,
): Promise<string | null> {
  const left = await tx
    .selectFrom('shortlist_mentor as c')
    .select('c.mentor_id')
    .where('c.shortlist_id', '=', list.id)
    .where('c.refused_for', 'is', null)
    .where('c.struck_at', 'is', null)
    .where((on) =>
      on.not(
        on.exists(
          on
            .selectFrom('offer as o')
            .select('o.id')
            .whereRef('o.org_id', '=', 'c.org_id')
            .whereRef('o.mentor_id', '=', 'c.mentor_id')
            .where('o.need_id', '=', list.need_id)
            .where('o.state', 'in', ['declined', 'expired']),
        ),
      ),
    )
    .execute();
  const other = await tx
    .selectFrom('shortlist')
    .select('id')
    .where('need_id', '=', list.need_id)
    .where('state', '=', 'sent')
    .executeTakeFirst();
  if (left.length === 0 || other) return null;
  const chooseBy = fresh > list.choose_by ? fresh : list.choose_by;
  await tx
    .updateTable('shortlist')
    .set({ state: 'sent', choose_by: chooseBy, answered_at: null, version: list.version + 1 })
    .where('id', '=', list.id)
    .execute();
  await tx
    .updateTable('shortlist_mentor')
    .set({ is_chosen: false })
    .where('shortlist_id', '=', list.id)
    .execute();
  return chooseBy;
}
