import { useLoaderData } from 'react-router';
import { formatShortDate } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { listOf, textOf } from '../../../kernel/form-answer.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { listWords, plural } from '../../../kernel/text.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { EmptyState, Panel } from '../../../ui/card.tsx';
import { CheckboxGroup, SelectField } from '../../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { PageHeading, SubNavigation } from '../../../ui/page-heading.tsx';
import { TextArea, TextField } from '../../../ui/text-fields.tsx';
import { type Stage, stageWords } from '../../programmes/programme.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { type AdvisedFirm, firmsAdvisedBy, mostHandedOver } from '../advising/reads.ts';
import { assignEnterprises } from '../commands/assign-enterprises.ts';
import { newAdviserText } from '../mails.ts';
import { enterprisePermissions } from '../permissions.ts';
import { advisersOf } from '../reads.ts';

export const loader = loadPage(async ({ ctx, tx, params, url }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const subject = { programmeId: programme.id };
  if (!may(ctx.actor, enterprisePermissions.enrolment.assign, subject)) throw notFound();
  const advisers = await advisersOf(tx, programme.id, ctx.clock.now());
  const from = advisers.find(({ id }) => id === url.searchParams.get('whose')) ?? null;
  return {
    org: ctx.org.slug,
    programme: { slug: programme.slug, name: programme.name },
    advisers,
    from,
    firms: await firmsAdvisedBy(tx, programme.id, from?.id ?? null),
    first: url.searchParams.get('firm'),
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const whose = textOf(form, 'from') || null;
  // From this page a hand-over wants its reason; the list of enterprises gives away without one.
  if (textOf(form, 'reason') === '') return { errors: { reason: 'Say why.' }, values: form };
  const { given, left } = await assignEnterprises(ctx, {
    enrolmentIds: listOf(form, 'enrolmentIds'),
    fromId: whose,
    adviserId: textOf(form, 'adviserId'),
    reason: textOf(form, 'reason'),
    letter: textOf(form, 'letter'),
  });
  const not =
    left.length === 0 ? '' : ` Left alone, because it changed meanwhile: ${listWords(left)}.`;
  return done(
    programmePaths(ctx.org.slug, params['programme'] ?? '').handOver(whose ?? 'none'),
    `${plural(given, 'enterprise was', 'enterprises were')} handed over.${not}`,
  );
});

/** Firms of one adviser, or of nobody, to be given to another together. */
export default function Screen() {
  const { org, programme, advisers, from, firms, first } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const paths = programmePaths(org, programme.slug);
  // A colleague who leaves leaves all of them; of those that nobody has, one chooses.
  const all = from ? firms.map(({ enrolmentId }) => enrolmentId) : [];
  const tickedAtFirst = first === null ? all : [first];
  return (
    <>
      <title>{`Hand enterprises over: ${programme.name}`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="Hand enterprises over"
        caption={programme.name}
        back={{ label: 'Enterprises', href: paths.enterprises }}
      />
      <SubNavigation
        label="Whose"
        links={[
          { label: 'Nobody’s', href: paths.handOver(), isCurrent: from === null },
          ...advisers.map(({ id, name }) => ({
            label: name,
            href: paths.handOver(id),
            isCurrent: from?.id === id,
          })),
        ]}
      />
      {firms.length === 0 ? (
        <EmptyState
          title={from ? `${from.name} looks after none` : 'Every enterprise has an adviser'}
        >
          Choose above whose enterprises go to somebody else.
        </EmptyState>
      ) : (
        <Form label="Hand over" guardsLeaving>
          <HiddenField name="from" value={from?.id ?? ''} />
          <Panel title={from ? `${from.name} looks after these` : 'Nobody looks after these'}>
            {firms.length < mostHandedOver ? null : (
              <p className="govuk-body">{`The first ${mostHandedOver} are shown; the rest follow.`}</p>
            )}
            <CheckboxGroup
              name="enrolmentIds"
              label="Which go to somebody else?"
              hint={from && first === null ? 'Take the tick away from those that stay.' : undefined}
              options={firms.map((firm) => ({
                value: firm.enrolmentId,
                label: firm.enterprise,
                hint: about(firm),
              }))}
              values={tickedAtFirst}
              answer={answer}
              isSmall
            />
          </Panel>
          <Panel title="To whom, and why">
            <SelectField
              name="adviserId"
              label="Who looks after them from now on"
              emptyLabel="Choose"
              options={advisers
                .filter(({ id }) => id !== from?.id)
                .map(({ id, name }) => ({ value: id, label: name }))}
              answer={answer}
            />
            <TextField
              name="reason"
              label="Why?"
              hint="For staff: the adviser reads it, and it stands in the history of each enterprise."
              answer={answer}
            />
            <TextArea
              name="letter"
              label="What enterprises on the programme read"
              hint="One letter each; name and number are added. Applicants are not written to."
              value={newAdviserText}
              answer={answer}
              rows={3}
              maxLength={4000}
            />
            <Button>Hand them over</Button>
          </Panel>
        </Form>
      )}
    </>
  );
}

function about({ state, stage, postcode, appliedOn, nextContactOn }: AdvisedFirm): string {
  const waits =
    state === 'applied'
      ? `Applied on ${formatShortDate(appliedOn)}, not decided yet`
      : nextContactOn === null
        ? 'No contact planned'
        : `Next contact ${formatShortDate(nextContactOn)}`;
  return [waits, stageWords[stage as Stage]?.split(',')[0], postcode].filter(Boolean).join(' · ');
}
