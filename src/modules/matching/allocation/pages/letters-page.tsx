import { useLoaderData } from 'react-router';
import { type FormValues, listOf, numberOf, textOf } from '../../../../kernel/form-answer.ts';
import { programmePaths } from '../../../../kernel/paths.ts';
import { listWords, plural } from '../../../../kernel/text.ts';
import { lettersLeave } from '../../../../platform/mail/leaving.ts';
import { actPage, loadPage } from '../../../../platform/page.ts';
import { EmptyState } from '../../../../ui/card.tsx';
import { ErrorSummary, FieldNotes, fieldId } from '../../../../ui/field.tsx';
import { useFormAnswer } from '../../../../ui/form-answer.ts';
import { Button, Form, HiddenField } from '../../../../ui/form.tsx';
import { Inset } from '../../../../ui/notification-banner.tsx';
import { PageHeading, SubNavigation } from '../../../../ui/page-heading.tsx';
import { hasCode, precondition } from '../../../../kernel/errors.ts';
import { publishAllocation } from '../commands/publish-allocation.ts';
import { beginDraft } from './desk-actions.ts';
import { LetterCard } from './letter-card.tsx';
import { goneSince, isTicked, letterChange, typedFor } from './letter-change.ts';
import { sentMeanwhile } from './sent-meanwhile.ts';
import { openLetters } from './open-letters.ts';

export const loader = loadPage(openLetters);

export const action = actPage(async ({ ctx, form, params, done }) => {
  const allocationId = textOf(form, 'allocationId') || (await beginDraft({ ctx, params }));
  const pairs = pairsIn(form);
  const sent = await publishAllocation(ctx, {
    allocationId,
    version: numberOf(form, '_version') ?? 1,
    pairs,
  }).catch(async (error: unknown) => {
    if (!hasCode(error, 'precondition') && !hasCode(error, 'conflict')) throw error;
    const words = await sentMeanwhile(ctx, allocationId, pairs);
    throw words === null ? error : precondition(words);
  });
  const paths = programmePaths(ctx.org.slug, params['programme'] ?? '');
  const letters = plural(sent.offered + sent.listed, 'letter');
  const left =
    sent.skipped === 0
      ? ''
      : ` ${plural(sent.skipped, 'pair')} could not be sent; the reasons stand below.`;
  return done(
    paths.allocation(sent.allocationId),
    `${letters} ${lettersLeave(ctx) ? 'sent' : 'written; they stay in the mailbox here'}.${left}`,
  );
});

/** The pairs as they were seen, ticked or not. */
function pairsIn(form: FormValues) {
  const ticked = new Set(listOf(form, 'send'));
  return listOf(form, 'needs').map((needId) => {
    const way = textOf(form, `way.${needId}`) === 'shortlist' ? 'shortlist' : 'offer';
    return {
      needId,
      mentorId: textOf(form, `mentor.${needId}`),
      way: ticked.has(needId) ? (way as 'offer') : ('hold' as const),
      others: way === 'shortlist' ? listOf(form, `others.${needId}`) : [],
      role: textOf(form, `role.${needId}`, 'specialist') as 'specialist',
      briefing: textOf(form, way === 'shortlist' ? `message.${needId}` : `briefing.${needId}`),
      reason: textOf(form, `reason.${needId}`),
    };
  });
}

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const paths = programmePaths(page.org, page.programme);
  const gone = goneSince(page.letters, answer).map((id) => page.firms.get(id) ?? 'a need');
  return (
    <>
      <title>Letters of the match desk</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title={`${plural(page.letters.length, 'letter')} to send`}
        caption="None of these has gone out yet"
        back={{ label: 'Match desk', href: paths.matchDesk }}
      />
      <SubNavigation
        label="Whose"
        links={[
          { label: 'Mine', href: `${paths.matchDeskLetters}?of=me`, isCurrent: page.isMine },
          { label: 'All', href: paths.matchDeskLetters, isCurrent: !page.isMine },
        ]}
      />
      {page.letters.length === 0 ? (
        <EmptyState title="Nobody is proposed">
          <a href={paths.matchDesk}>Go back to the match desk</a> to see what is missing.
        </EmptyState>
      ) : (
        <Form version={page.draft.version} label="Letters" guardsLeaving>
          <HiddenField name="allocationId" value={page.draft.id} />
          <Inset>
            Each pair is checked once more when you send: what does not hold any more is left out
            and told. Mentors answer by two taps, are reminded, and a need that nobody answers comes
            back to the queue.
          </Inset>
          {gone.length === 0 ? null : (
            <Inset>Not among these letters any more: {listWords(gone)}.</Inset>
          )}
          <FieldNotes id={fieldId('send')} error={answer.errors?.['send']} />
          <label className="app-bulk__all" hidden data-picks-all="send">
            <input
              type="checkbox"
              defaultChecked={page.letters.every(
                (letter) => letter.needsPlace || isTicked(letter, answer),
              )}
            />{' '}
            All letters whose place is agreed
          </label>
          <ol className="govuk-list">
            {page.letters.map((letter) => (
              <LetterCard
                key={letter.needId}
                letter={letter}
                mentorHref={paths.mentor(letter.mentor.id)}
                answer={typedFor(letter, answer)}
                isTicked={isTicked(letter, answer)}
                change={letterChange(letter, answer)}
              />
            ))}
          </ol>
          <p className="govuk-body">
            <output data-counts="send">
              {page.letters.filter((letter) => isTicked(letter, answer)).length}
            </output>{' '}
            of {plural(page.letters.length, 'letter')} ticked.
          </p>
          <Button>Send the ticked letters</Button>
        </Form>
      )}
    </>
  );
}
