import { useLoaderData } from 'react-router';
import { type FormValues, listOf, optionalOf, textOf } from '../../../kernel/form-answer.ts';
import { dateInZone, formatDate } from '../../../kernel/calendar.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import { saidOfLetter, saidOfAsking } from '../../../platform/mail/leaving.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { Panel } from '../../../ui/card.tsx';
import { ErrorSummary, FieldNotes, fieldId } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { Inset } from '../../../ui/notification-banner.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Details } from '../../../ui/summary-list.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { DateField, TextArea } from '../../../ui/text-fields.tsx';
import { sharingWords } from '../../enterprises/sharing.ts';
import { areaLabels } from '../../programmes/area.ts';
import { sendQuestionAgain } from '../asks/commands/send-question-again.ts';
import { barPair } from '../commands/bar-pair.ts';
import { offerMatch } from '../commands/offer-match.ts';
import { sendShortlist } from '../commands/send-shortlist.ts';
import { unbarPair } from '../commands/unbar-pair.ts';
import { withdrawOffer } from '../commands/withdraw-offer.ts';
import { withdrawShortlist } from '../commands/withdraw-shortlist.ts';
import { setRefusalAside } from '../declines/commands/set-refusal-aside.ts';
import { ComparedMentors } from './compared-mentors.tsx';
import { ExcludedMentors } from './excluded-mentors.tsx';
import { ForTheProgramme } from './for-the-programme.tsx';
import { KeptApart } from './kept-apart.tsx';
import { asksWhyDirect, sendsShortlists } from '../shortlist.ts';
import { openMatching } from './open-matching.ts';
import { RankedMentor } from './ranked-mentor.tsx';
import { NobodyElse } from './nobody-else.tsx';
import { SentSoFar } from './sent-so-far.tsx';

export const loader = loadPage(openMatching);

export const action = actPage(async ({ ctx, form, params, done }) => {
  const needId = params['need'] ?? '';
  const here = programmePaths(ctx.org.slug, params['programme'] ?? '').matching(needId);
  const verbs = [
    'offer',
    'withdraw-offer',
    'ask-again',
    'send-again',
    'bar',
    'unbar',
    'withdraw-shortlist',
    'shortlist',
  ] as const;
  switch (verbOf(form, verbs)) {
    case 'offer': {
      const { zone } = await ctx.app.database.read(ctx.orgId, (tx) =>
        programmeBySlug(tx, params['programme']),
      );
      const { answerBy } = await offerMatch(ctx, {
        needId,
        mentorId: textOf(form, 'mentorId'),
        role: textOf(form, 'role', 'specialist') as 'specialist',
        overrideReason: textOf(form, 'overrideReason'),
        remark: textOf(form, 'remark'),
        firmAgreed: textOf(form, 'firmAgreed') === 'yes',
      });
      return done(
        here,
        `The mentor is asked and has until ${formatDate(dateInZone(answerBy, zone))}.${saidOfAsking(ctx)}`,
      );
    }
    case 'withdraw-offer': {
      await withdrawOffer(ctx, {
        offerId: textOf(form, 'offerId'),
        reason: textOf(form, 'reason'),
        letter: textOf(form, 'letter'),
      });
      return done(here, 'The offer is withdrawn.');
    }
    case 'send-again': {
      const { name } = await sendQuestionAgain(ctx, {
        kind: verbOf(form, ['offer', 'shortlist'], 'kind'),
        questionId: textOf(form, 'questionId'),
      });
      return done(here, saidOfLetter(ctx, `The letter to ${name}`));
    }
    case 'ask-again': {
      await setRefusalAside(ctx, {
        shortlistId: textOf(form, 'shortlistId'),
        mentorId: textOf(form, 'refusedId'),
        asideReason: textOf(form, 'asideReason'),
      });
      return done(here, 'The mentor may be proposed to them again.');
    }
    case 'bar': {
      await barPair(ctx, {
        enrolmentId: textOf(form, 'enrolmentId'),
        mentorId: textOf(form, 'mentorId'),
        cause: textOf(form, 'cause') as 'staff',
        reason: textOf(form, 'reason'),
        letter: textOf(form, 'letter'),
      });
      return done(here, 'These two are kept apart from now on.');
    }
    case 'unbar': {
      await unbarPair(ctx, {
        enrolmentId: textOf(form, 'enrolmentId'),
        mentorId: textOf(form, 'barredId'),
        reason: textOf(form, 'reason'),
      });
      return done(here, 'The two may be matched again.');
    }
    case 'withdraw-shortlist': {
      await withdrawShortlist(ctx, {
        shortlistId: textOf(form, 'shortlistId'),
        letter: textOf(form, 'letter'),
      });
      return done(here, 'The shortlist is withdrawn.');
    }
    case 'shortlist': {
      const { chooseBy } = await sendShortlist(ctx, {
        needId,
        mentorIds: listOf(form, 'mentorIds'),
        message: textOf(form, 'message'),
        chooseBy: optionalOf(form, 'chooseBy'),
      });
      return done(
        here,
        `${saidOfLetter(ctx, 'The shortlist')} The enterprise chooses until ${formatDate(chooseBy)}.`,
      );
    }
  }
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const { need, mayOffer } = page;
  const paths = programmePaths(page.org, page.programme);
  const late = need.state === 'open' && page.days > page.targetDays;
  const isOpen = mayOffer && need.state !== 'closed';
  const mayList =
    isOpen &&
    sendsShortlists(page.choice) &&
    page.ranked.length > 1 &&
    page.shortlists.every((list) => list.state !== 'sent');
  const compared = page.compared.map((each) => each.mentorId);
  const firmChooses = asksWhyDirect(page.choice, page.eligible);
  const isSuggested = mayList && answer.values['do'] !== 'shortlist' && page.suggested.length > 0;
  const scope = scopeOf(answer.values);
  return (
    <>
      <title>{`Find a mentor: ${need.enterpriseName}`}</title>
      <ErrorSummary answer={answer} {...(scope ? { scope } : {})} />
      <PageHeading
        title={`A mentor for ${areaLabels[need.area].toLowerCase()}`}
        caption={
          <>
            <a href={paths.enrolment(need.enrolmentId).record}>{need.enterpriseName}</a>{' '}
            <Tag tone={need.state === 'closed' ? 'neutral' : late ? 'bad' : 'info'}>
              {need.waitsSince && need.state === 'open'
                ? `Lost its mentor on ${formatDate(need.waitsSince)}`
                : need.introducedOn
                  ? `Introduced after ${plural(page.days, 'day')}`
                  : `Open for ${plural(page.days, 'day')}, target ${page.targetDays}`}
            </Tag>
          </>
        }
        back={{ label: 'Needs', href: paths.needs }}
      />
      <Panel title="The need">
        <p className="govuk-body app-prose">{need.detail}</p>
        {need.topics.length > 0 ? (
          <p className="govuk-body-s">Topics: {need.topics.join(', ')}</p>
        ) : null}
        <p className="govuk-body">
          {page.style?.wish
            ? `They wish: ${page.style.wish} `
            : page.style
              ? 'They have said how they like to work, and made no wish about the mentor. '
              : 'They have not yet said what their mentor should be like. '}
          <a className="govuk-link" href={paths.enrolment(need.enrolmentId).style}>
            {page.style ? 'Change wishes and way of working' : 'Ask how they like to work'}
          </a>{' '}
          ·{' '}
          <a href={paths.enrolment(need.enrolmentId).wish}>
            {page.wish ?? 'A wish about the mentor'}
          </a>
        </p>
        <Details summary="What a mentor reads before saying yes">
          <p className="govuk-body app-prose">{page.outline}</p>
        </Details>
        <p className="govuk-body-s">
          {page.sharing === null
            ? 'The enterprise was not asked yet when a mentor may learn who it is; until then no mentor is shown its diagnosis or earlier advice.'
            : `${sharingWords[page.sharing]}.`}{' '}
          <a href={paths.enrolment(need.enrolmentId).sharing}>What mentors may see</a>
        </p>
      </Panel>
      {page.changing ? (
        <Inset>
          The present match is to change.{' '}
          <a href={paths.rematch(page.changing)}>Say first why it ends, or that it goes on</a>; then
          the next mentor can be asked.
        </Inset>
      ) : null}
      <SentSoFar page={page} answer={answer} />
      <ForTheProgramme page={page} deskHref={paths.matchDesk} />
      <ComparedMentors mentors={page.compared} wishes={page.style?.axes ?? null} />
      <section aria-labelledby="ranked">
        <h2 className="govuk-heading-m" id="ranked">
          {plural(page.eligible, 'mentor')} can be asked
        </h2>
        <Inset>
          The evidence is thin:{' '}
          {sendsShortlists(page.choice)
            ? 'a shortlist and the adviser’s judgement decide.'
            : 'the adviser’s judgement decides, and no shortlist is sent in this programme.'}{' '}
          {page.weightsVersion === 0
            ? 'The default weights are used.'
            : `Version ${page.weightsVersion} of the weights is used.`}{' '}
          <a href={paths.weights}>See the weights</a>
        </Inset>
        {page.ranked.length === 0 ? (
          <NobodyElse isAsked={page.offers.some((offer) => offer.state === 'pending')} />
        ) : (
          <ol className="govuk-list">
            {page.ranked.map((mentor) => (
              <RankedMentor
                key={mentor.mentorId}
                mentor={mentor}
                href={paths.mentor(mentor.mentorId)}
                compareHref={compareHref(compared, mentor.mentorId)}
                isCompared={compared.includes(mentor.mentorId)}
                isSuggested={isSuggested && page.suggested.includes(mentor.mentorId)}
                asksWhy={firmChooses}
                asksFirm={page.sharing === 'ask-first'}
                mayOffer={isOpen}
                mayList={mayList}
                answer={answer}
              />
            ))}
          </ol>
        )}
      </section>
      {mayList ? (
        <Panel title="Let the enterprise choose">
          <p className="govuk-body">
            {isSuggested
              ? 'In this programme the firm chooses: the best are ticked above, change that as you see fit. The'
              : 'Tick two or three mentors above. The'}{' '}
            enterprise gets a letter with a link and chooses without an account; it may also say
            that none fits.
          </p>
          <FieldNotes id={fieldId('mentorIds')} error={answer.errors?.['mentorIds']} />
          <Form id="shortlist" label="Send a shortlist">
            <HiddenField name="do" value="shortlist" />
            <TextArea name="message" label="A word to the enterprise" answer={answer} isOptional />
            <DateField
              name="chooseBy"
              label="Choose by"
              hint={`${plural(page.answerDays, 'working day')} when left empty`}
              answer={answer}
              isOptional
            />
            <Button>Send the shortlist</Button>
          </Form>
        </Panel>
      ) : null}
      <ExcludedMentors page={page} />
      <KeptApart page={page} answer={answer} />
    </>
  );
}

/** Which of the page's forms was sent, so that its errors stand at its own fields. */
function scopeOf(values: FormValues): string {
  switch (textOf(values, 'do')) {
    case 'bar':
      return 'apart';
    case 'ask-again':
      return `${textOf(values, 'shortlistId')}-${textOf(values, 'refusedId')}`;
    case 'withdraw-offer':
      return textOf(values, 'offerId');
    case 'unbar':
      return textOf(values, 'barredId');
    default:
      return textOf(values, 'mentorId');
  }
}

function compareHref(compared: readonly string[], id: string): string {
  const next = compared.includes(id)
    ? compared.filter((each) => each !== id)
    : [...compared.slice(-2), id];
  return next.length === 0 ? '?' : `?compare=${next.join(',')}#compare`;
}
