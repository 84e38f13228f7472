import { useLoaderData } from 'react-router';
import { formatDate } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { listOf, textOf } from '../../../kernel/form-answer.ts';
import { listWords } from '../../../kernel/text.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { CheckboxGroup, RadioGroup } from '../../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form } from '../../../ui/form.tsx';
import { NotTaken } from '../../../ui/not-taken.tsx';
import { Inset } from '../../../ui/notification-banner.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { TextArea } from '../../../ui/text-fields.tsx';
import { mentorById } from '../../mentors/reads.ts';
import { areaLabels } from '../../programmes/area.ts';
import { todayIn } from '../../programmes/reads.ts';
import { chooseFromShortlist } from '../commands/choose-from-shortlist.ts';
import { shortlistById } from '../offers/reads.ts';
import { matchingPermissions } from '../permissions.ts';
import { plusAndMinus } from '../ranking.ts';
import { saidToFirm } from '../said-to-firm.ts';
import { ShortlistedMentor } from './shortlisted-mentor.tsx';

export const loader = loadPage(async ({ ctx, tx, params, link, own }) => {
  const list = await shortlistById(tx, link?.subjectId ?? params['shortlist'] ?? '');
  const subject = { programmeId: list.programmeId, enterpriseId: list.enterpriseId };
  if (!may(ctx.actor, matchingPermissions.shortlist.read, subject)) throw notFound('shortlist');
  const today = await todayIn(tx, ctx, list.programmeId);
  const mentors = [];
  for (const each of list.mentors) {
    const row = await mentorById(tx, each.mentorId, today);
    mentors.push({
      mentorId: row.id,
      name: row.name,
      headline: row.headline,
      story: row.story,
      sectors: row.sectors,
      languages: row.languages,
      meets: row.meets,
      style: row.style,
      expertise: row.expertise.slice(0, 4).map(({ area, level }) => ({ area, level })),
      reasons: plusAndMinus(each)
        .plus.filter((part) => part.known)
        .map((part) => saidToFirm(part.because)),
      isChosen: each.isChosen,
      isStruck: each.isStruck,
      saidNo: each.saidNo,
    });
  }
  return {
    own,
    state: list.state,
    offerState: list.offerState,
    mayChoose:
      list.state === 'sent' && may(ctx.actor, matchingPermissions.shortlist.choose, subject),
    area: list.area,
    detail: list.detail,
    message: list.message,
    chooseBy: list.chooseBy,
    mentors,
  };
});

export const action = actPage(async ({ ctx, form, params, link, own, url, done }) => {
  const shortlistId = link?.subjectId ?? params['shortlist'] ?? '';
  const { offerId } = await chooseFromShortlist(ctx, {
    shortlistId,
    choice: textOf(form, 'choice'),
    not: listOf(form, 'not'),
    words: textOf(form, 'words'),
  });
  const back = own.isReachable ? own.firm : url.pathname;
  return done(
    back,
    offerId
      ? 'Thank you. We are asking your mentor now and write to you when they have said yes.'
      : 'Thank you for saying so. Your adviser will be in touch.',
  );
});

const closedWords = {
  sent: '',
  chosen: 'You have chosen. We write to you as soon as the mentor has answered.',
  declined: 'You said that none of them fits. Your adviser will be in touch.',
  withdrawn: 'This list was withdrawn. Your adviser will be in touch.',
  expired: 'The time to choose has passed. Your adviser will be in touch.',
};

interface Listed {
  name: string;
  isChosen: boolean;
  saidNo: boolean;
}

/** What became of the list: the choice, the answer, and who looks now. */
function becameOf(page: {
  state: keyof typeof closedWords;
  offerState: string | null;
  mentors: readonly Listed[];
}): string {
  const chosen = page.mentors.find((one) => one.isChosen)?.name ?? 'Your mentor';
  const noes = page.mentors.filter((one) => one.saidNo).map((one) => one.name);
  if (page.state === 'sent') {
    return noes.length === 0
      ? ''
      : `${listWords(noes)} cannot take this on at present. Choose another mentor of the list, or say that none fits; your adviser is looking, too.`;
  }
  if (page.state !== 'chosen') return closedWords[page.state];
  if (page.offerState === 'accepted') {
    return `${chosen} has said yes. How to reach each other stands on your page, and in the letter that introduces you.`;
  }
  if (page.offerState === 'pending') return `You have chosen ${chosen}, who is asked now.`;
  return page.offerState === null
    ? closedWords.chosen
    : `${chosen} cannot take this on at present. Your adviser is looking again.`;
}

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const became = becameOf(page);
  return (
    <>
      <title>Choose your mentor</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title={page.state === 'sent' ? 'Choose your mentor' : 'Your mentor'}
        caption={`For ${areaLabels[page.area].toLowerCase()}`}
        {...(page.own.isReachable ? { back: { label: 'My enterprise', href: page.own.firm } } : {})}
      />
      <NotTaken answer={answer} isClosed={!page.mayChoose} fields={['words']} />
      {became === '' ? null : <Inset>{became}</Inset>}
      <p className="govuk-body app-prose">{page.detail}</p>
      {page.message && page.state === 'sent' ? (
        <Inset>
          <span className="app-prose">{page.message}</span>
        </Inset>
      ) : null}
      {page.mentors.map((mentor) => (
        <ShortlistedMentor key={mentor.mentorId} mentor={mentor} />
      ))}
      {page.mayChoose ? (
        <Form label="Choose">
          <RadioGroup
            name="choice"
            label="Whom would you like?"
            hint={`Until ${formatDate(page.chooseBy)}. The mentor is asked at once and may still say no.`}
            options={[
              ...page.mentors
                .filter(({ isStruck, saidNo }) => !isStruck && !saidNo)
                .map(({ mentorId, name }) => ({ value: mentorId, label: name })),
              { value: 'none', label: 'None of them fits' },
            ]}
            answer={answer}
          />
          <CheckboxGroup
            name="not"
            label="Is there anybody whom you do not want?"
            hint="We do not propose them to you again. Staff alone see it: the mentor is not told."
            options={page.mentors.map(({ mentorId, name }) => ({ value: mentorId, label: name }))}
            answer={answer}
            isSmall
            isOptional
          />
          <TextArea
            name="words"
            label="Why, or what the mentor should know"
            hint="If none fits, say what is missing: we look for somebody better."
            answer={answer}
            rows={3}
            isOptional
          />
          <Button>Send</Button>
        </Form>
      ) : null}
    </>
  );
}
