import { dateInZone, formatDate, formatInstant } from '../../../kernel/calendar.ts';
import type { FormAnswer } from '../../../kernel/form-answer.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { Panel } from '../../../ui/card.tsx';
import { Button, ButtonRow, Form, HiddenField, PostButton } from '../../../ui/form.tsx';
import { Details } from '../../../ui/summary-list.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { TextArea, TextField } from '../../../ui/text-fields.tsx';
import { askText } from '../asks/ask.ts';
import { declineWords } from '../offer.ts';
import type { MatchingPage } from './open-matching.ts';
import { OfferStateTag } from './offer-state.tsx';

const shortlistWords = {
  sent: 'The enterprise is choosing',
  chosen: 'Chosen',
  declined: 'None fits',
  withdrawn: 'Withdrawn',
  expired: 'Not answered in time',
};

/** Shortlists and offers of this need so far, with what can still be taken back. */
export function SentSoFar({ page, answer }: { page: MatchingPage; answer: FormAnswer }) {
  if (page.offers.length === 0 && page.shortlists.length === 0) return null;
  const paths = programmePaths(page.org, page.programme);
  return (
    <Panel title="So far">
      <ul className="govuk-list app-sent">
        {page.shortlists.map((list) => (
          <li key={list.id}>
            <Tag tone={list.state === 'sent' ? 'info' : 'neutral'}>
              {shortlistWords[list.state]}
            </Tag>{' '}
            Shortlist of {formatDate(dateInZone(list.sentAt, page.zone))}:{' '}
            {list.mentors
              .map((each) => (each.isChosen ? `${each.name} (chosen)` : each.name))
              .join(', ')}
            {list.answer ? `. They say: “${list.answer}”` : ''}
            {list.state === 'sent' ? `. They may choose until ${formatDate(list.chooseBy)}.` : ''}
            {list.mentors.map((each) =>
              each.refusedFor === null ? null : (
                <Details
                  key={each.mentorId}
                  summary={`${each.name} is kept out ${each.refusedFor === 'need' ? 'for this need' : 'altogether'}: ask again after all`}
                  isOpen={answer.values['refusedId'] === each.mentorId}
                >
                  <Form label={`Ask ${each.name} again after all`}>
                    <HiddenField name="do" value="ask-again" />
                    <HiddenField name="shortlistId" value={list.id} />
                    <HiddenField name="refusedId" value={each.mentorId} />
                    <TextField
                      name="asideReason"
                      label="Why"
                      hint="For staff."
                      scope={`${list.id}-${each.mentorId}`}
                      answer={
                        answer.values['refusedId'] === each.mentorId ? answer : { values: {} }
                      }
                    />
                    <Button kind="secondary">Let the mentor be proposed again</Button>
                  </Form>
                </Details>
              ),
            )}
            {list.state === 'sent' && page.mayOffer ? (
              <ButtonRow>
                <PostButton values={{ do: 'send-again', kind: 'shortlist', questionId: list.id }}>
                  Send the shortlist again
                </PostButton>
              </ButtonRow>
            ) : null}
            {list.state === 'sent' && page.mayOffer ? (
              <Details
                summary="Withdraw the shortlist"
                isOpen={answer.values['shortlistId'] === list.id && answer.errors !== undefined}
              >
                <Form label="Withdraw the shortlist">
                  <HiddenField name="do" value="withdraw-shortlist" />
                  <HiddenField name="shortlistId" value={list.id} />
                  <TextArea
                    name="letter"
                    label="What the enterprise reads"
                    hint="Greeting and farewell are added. Nothing goes out when the list has not left yet."
                    scope={list.id}
                    value={askText({ kind: 'shortlist', area: list.area })}
                    answer={answer.values['shortlistId'] === list.id ? answer : { values: {} }}
                    maxLength={4000}
                    rows={3}
                  />
                  <Button kind="secondary">Withdraw</Button>
                </Form>
              </Details>
            ) : null}
          </li>
        ))}
        {page.offers.map((offer) => (
          <li key={offer.id}>
            <OfferStateTag state={offer.state} />{' '}
            <a href={paths.offer(offer.id)}>{offer.mentorName}</a>
            {offer.state === 'pending'
              ? `, answer by ${formatInstant(offer.answerBy, page.zone)}`
              : `, asked on ${formatDate(dateInZone(offer.offeredAt, page.zone))}`}
            {offer.declineReason ? `: ${declineWords[offer.declineReason].toLowerCase()}` : ''}
            {offer.declineNote ? `, “${offer.declineNote}”` : ''}
            {offer.matchId ? (
              <>
                {offer.matchEndedOn === null
                  ? ' '
                  : `; the match ended on ${formatDate(offer.matchEndedOn)}. `}
                <a href={paths.match(offer.matchId)}>Open the match</a>
              </>
            ) : null}
            {offer.state === 'pending' && page.mayOffer ? (
              <PostButton values={{ do: 'send-again', kind: 'offer', questionId: offer.id }}>
                Send the question again
                <span className="govuk-visually-hidden"> to {offer.mentorName}</span>
              </PostButton>
            ) : null}
            {offer.state === 'pending' && page.mayOffer ? (
              <Details
                summary="Withdraw this offer"
                isOpen={answer.values['offerId'] === offer.id && answer.errors !== undefined}
              >
                <Form>
                  <HiddenField name="do" value="withdraw-offer" />
                  <HiddenField name="offerId" value={offer.id} />
                  <TextField
                    name="reason"
                    label="Why"
                    scope={offer.id}
                    answer={answer.values['offerId'] === offer.id ? answer : { values: {} }}
                  />
                  <TextArea
                    name="letter"
                    label={`What ${offer.mentorName} reads`}
                    hint="Greeting and farewell are added. Nothing goes out when the question has not left yet."
                    scope={offer.id}
                    value={askText({ kind: 'offer', area: offer.area })}
                    answer={answer.values['offerId'] === offer.id ? answer : { values: {} }}
                    maxLength={4000}
                    rows={3}
                  />
                  <Button kind="secondary">Withdraw</Button>
                </Form>
              </Details>
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
