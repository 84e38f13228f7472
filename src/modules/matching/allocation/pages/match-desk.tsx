import { useLoaderData } from 'react-router';
import { formatDate, formatInstant } from '../../../../kernel/calendar.ts';
import { programmePaths } from '../../../../kernel/paths.ts';
import { plural } from '../../../../kernel/text.ts';
import { actPage, loadPage } from '../../../../platform/page.ts';
import { EmptyState, Panel } from '../../../../ui/card.tsx';
import { ErrorSummary } from '../../../../ui/field.tsx';
import { useFormAnswer } from '../../../../ui/form-answer.ts';
import { Button } from '../../../../ui/form.tsx';
import { Details } from '../../../../ui/summary-list.tsx';
import { TextField } from '../../../../ui/text-fields.tsx';
import { leaveLarge } from '../../solving/pages/leave-large.ts';
import { totalsOf } from '../proposal.ts';
import { actOnDesk, lineOf } from './desk-actions.ts';
import { DeskForm } from './desk-form.tsx';
import { DeskHead } from './desk-head.tsx';
import { linesOf } from '../desk-lines.ts';
import { LastStep } from './last-step.tsx';
import { MentorLoads } from './mentor-loads.tsx';
import { NotInIt } from './not-in-it.tsx';
import { draftKey, lastStepOf, loadsOf, namesOf, openDraft } from './open-desk.ts';
import { ProposalTable } from './proposal-table.tsx';

export const loader = loadPage(async (args) => {
  const { ctx } = args;
  await leaveLarge(args);
  const { programme, draft, done, undone, desk, proposal } = await openDraft(args);
  const loads = loadsOf(proposal);
  return {
    org: ctx.org.slug,
    organisation: ctx.org.name,
    programme: programme.slug,
    programmeName: programme.name,
    zone: programme.zone,
    printed: formatDate(ctx.clock.today(programme.zone)),
    targetDays: programme.introduction_days,
    draft: draftKey(draft),
    since: sinceWords(draft, programme.zone),
    done,
    undone,
    last: lastStepOf(proposal, done, programme.id),
    names: await namesOf(args, proposal, draft?.id ?? null),
    totals: totalsOf(proposal),
    isProved: proposal.isProved,
    dropped: proposal.dropped,
    lines: linesOf(proposal),
    loads,
    placesLeft: loads.reduce((sum, load) => sum + load.left, 0),
    outside: desk.needs
      .filter((need) => need.held !== null && need.held.kind !== 'match')
      .map(({ id, enterpriseName, area, days, held }) => ({
        id,
        enterpriseName,
        area,
        days,
        held,
      })),
  };
});

/** Whose draft it is, or that nobody has begun one. */
function sinceWords(
  draft: { startedBy: string | null; startedAt: string; edits: number } | null,
  zone: string,
): string {
  if (!draft) return 'Every open need with the mentor who serves the programme best';
  return `Begun by ${draft.startedBy ?? 'somebody'} on ${formatInstant(draft.startedAt, zone)}, ${plural(draft.edits, 'step')} so far`;
}

export const action = actPage(async ({ ctx, form, params, done }) => {
  const sentence = await actOnDesk({ ctx, form, params });
  const { matchDesk } = programmePaths(ctx.org.slug, params['programme'] ?? '');
  return done(`${matchDesk}${lineOf(form)}`, sentence);
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const paths = programmePaths(page.org, page.programme);
  const nameOf = (id: string) => page.names.get(id) ?? 'somebody who is gone';
  const nobody = page.lines.filter((line) => line.state === 'nobody' || line.state === 'waits');
  const placed = page.lines.filter((line) => !nobody.includes(line) && line.state !== 'stays');
  const table = { ...page, nameOf };
  return (
    <>
      <title>Match desk</title>
      <ErrorSummary answer={answer} />
      <DeskHead {...page} view="list" />
      <Dropped dropped={page.dropped} nameOf={nameOf} />
      <LastStep {...page} />
      {page.lines.length === 0 ? (
        <EmptyState title="Every need has a mentor or waits for an answer">
          New needs come from a diagnosis, from a call, or when a match ends.{' '}
          <a href={paths.needs}>See the needs</a>
        </EmptyState>
      ) : (
        <>
          <section aria-labelledby="proposal">
            <h2 className="govuk-heading-m" id="proposal">
              {plural(placed.length, 'need')} with a mentor
            </h2>
            {placed.length === 0 ? (
              <p className="govuk-body">No mentor who may be asked has a place left.</p>
            ) : (
              <ProposalTable {...table} lines={placed} caption="Needs with the proposed mentor" />
            )}
            <p className="govuk-body-s">
              Download <a href={paths.matchDeskExport}>CSV</a>
            </p>
          </section>
          <section aria-labelledby="nobody">
            <h2 className="govuk-heading-m" id="nobody">
              {plural(nobody.length, 'need')} without one
            </h2>
            {nobody.length === 0 ? (
              <p className="govuk-body">Everybody who is open gets a mentor.</p>
            ) : (
              <ProposalTable {...table} lines={nobody} caption="Needs without a mentor, and why" />
            )}
          </section>
        </>
      )}
      <NotInIt org={page.org} programme={page.programme} needs={page.outside} nameOf={nameOf} />
      <MentorLoads {...page} />
      {page.draft.id === '' ? null : (
        <Details summary="Give this proposal up">
          <DeskForm draft={page.draft} doing="abandon" label="Give this proposal up">
            <TextField name="reason" label="Why" answer={answer} isOptional />
            <Button kind="warning">Give it up</Button>
          </DeskForm>
        </Details>
      )}
    </>
  );
}

function Dropped({
  dropped,
  nameOf,
}: {
  dropped: readonly { needId: string; mentorId: string; why: string }[];
  nameOf: (id: string) => string;
}) {
  if (dropped.length === 0) return null;
  return (
    <Panel title="Decisions that no longer hold">
      <ul className="govuk-list govuk-list--bullet">
        {dropped.map((pair) => (
          <li key={pair.needId}>
            {nameOf(pair.needId)} with {nameOf(pair.mentorId)}: {pair.why}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
