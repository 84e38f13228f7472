import { useLoaderData } from 'react-router';
import { programmePaths } from '../../../../kernel/paths.ts';
import { textOf } from '../../../../kernel/form-answer.ts';
import { plural } from '../../../../kernel/text.ts';
import { actPage, loadPage } from '../../../../platform/page.ts';
import { EmptyState, Panel } from '../../../../ui/card.tsx';
import { ErrorSummary } from '../../../../ui/field.tsx';
import { useFormAnswer } from '../../../../ui/form-answer.ts';
import { Button } from '../../../../ui/form.tsx';
import { PageHeading } from '../../../../ui/page-heading.tsx';
import { Details } from '../../../../ui/summary-list.tsx';
import { Tag } from '../../../../ui/tag.tsx';
import { TextField } from '../../../../ui/text-fields.tsx';
import { areaLabels } from '../../../programmes/area.ts';
import { actOnDesk, lineOf } from './desk-actions.ts';
import { DeskButton, DeskForm } from './desk-form.tsx';
import { unservedWords } from './line-state.tsx';
import { MentorChoice } from './mentor-choice.tsx';
import { openProposal } from './open-proposal.ts';
import { WhoCannot } from './who-cannot.tsx';

export const loader = loadPage(openProposal);

export const action = actPage(async ({ ctx, form, params, done }) => {
  const sentence = await actOnDesk({ ctx, form, params });
  const paths = programmePaths(ctx.org.slug, params['programme'] ?? '');
  const isBack = textOf(form, 'do') === 'pin' || textOf(form, 'do') === 'set-aside';
  if (isBack) return done(`${paths.matchDesk}${lineOf(form)}`, sentence);
  const mentorId = textOf(form, 'mentorId');
  const choice = mentorId === '' ? '' : `#m-${mentorId}`;
  return done(`${paths.matchDeskNeed(params['need'] ?? '')}${choice}`, sentence);
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const { need } = page;
  const paths = programmePaths(page.org, page.programme);
  const nameOf = (id: string) => page.names.get(id) ?? 'somebody who is gone';
  const scope = [answer.values['mentorId']].flat()[0];
  return (
    <>
      <title>{`Match desk: ${need.enterpriseName}`}</title>
      <ErrorSummary answer={answer} {...(scope ? { scope } : {})} />
      <PageHeading
        title={`Who for ${need.enterpriseName}?`}
        caption={
          <>
            {areaLabels[need.area]}, open for {plural(need.days, 'day')}, target {page.targetDays}{' '}
            {page.aside ? <Tag>Waits on purpose</Tag> : null}
            {page.pin ? <Tag tone="good">Decided</Tag> : null}
          </>
        }
        back={{ label: 'Match desk', href: paths.matchDesk }}
      />
      <Panel title="The need">
        <p className="govuk-body app-prose">{need.detail}</p>
        <p className="govuk-body">
          <a href={paths.enrolment(need.enrolmentId).record}>{need.enterpriseName}</a>,{' '}
          <a href={paths.matching(need.id)}>this need alone</a>
        </p>
        <Standing page={page} nameOf={nameOf} />
      </Panel>
      <section aria-labelledby="choices">
        <h2 className="govuk-heading-m" id="choices">
          {plural(page.choices.length, 'mentor')} may have it, the best fit first
        </h2>
        {page.choices.length === 0 ? (
          <EmptyState title="No mentor may have it">
            Every mentor is kept out by a hard rule below.
          </EmptyState>
        ) : (
          <ol className="govuk-list">
            {page.choices.map((choice) => (
              <MentorChoice
                key={choice.mentorId}
                choice={choice}
                page={page}
                nameOf={nameOf}
                answer={answer}
              />
            ))}
          </ol>
        )}
      </section>
      <WhoCannot page={page} />
    </>
  );
}

type ProposalPage = Awaited<ReturnType<typeof loader>>;

/** What is proposed for the need now, and the ways to change it as a whole. */
function Standing({ page, nameOf }: { page: ProposalPage; nameOf: (id: string) => string }) {
  const answer = useFormAnswer();
  const { need, draft } = page;
  if (!page.isIn && page.aside === null) {
    return (
      <p className="govuk-body">
        {need.held?.kind === 'match'
          ? `${nameOf(need.held.mentorId ?? '')} works with them. Existing matches stay unless you let them move.`
          : 'It waits for an answer and takes no part.'}
      </p>
    );
  }
  if (page.aside) {
    return (
      <>
        <p className="govuk-body">Waits on purpose: {page.aside.reason}</p>
        <DeskButton draft={draft} doing="take-back" values={{ needId: need.id }}>
          Take part again
        </DeskButton>
      </>
    );
  }
  return (
    <>
      <p className="govuk-body">
        {page.mentorId
          ? `${nameOf(page.mentorId)} is ${page.pin ? 'decided' : 'proposed'}.`
          : 'Nobody is proposed.'}{' '}
        {page.unserved ? unservedWords(page.unserved, nameOf) : ''}
        {page.pin && page.pin.reason !== '' ? ` “${page.pin.reason}”` : ''}
      </p>
      {page.pin ? (
        <DeskButton draft={draft} doing="unpin" values={{ needId: need.id }}>
          Let go of the decision
        </DeskButton>
      ) : null}
      <Details summary="Let it wait on purpose">
        <DeskForm
          draft={draft}
          doing="set-aside"
          values={{ needId: need.id }}
          label="Let it wait on purpose"
        >
          <TextField name="reason" label="Why" scope="aside" answer={answer} />
          <Button kind="secondary">Let it wait</Button>
        </DeskForm>
      </Details>
    </>
  );
}
