import { Download } from '../../../../ui/download.tsx';
import { useLoaderData } from 'react-router';
import { formatInstant } from '../../../../kernel/calendar.ts';
import { programmePaths } from '../../../../kernel/paths.ts';
import { plural } from '../../../../kernel/text.ts';
import { actPage, loadPage } from '../../../../platform/page.ts';
import { EmptyState, Panel } from '../../../../ui/card.tsx';
import { ErrorSummary } from '../../../../ui/field.tsx';
import { useFormAnswer } from '../../../../ui/form-answer.ts';
import { Button } from '../../../../ui/form.tsx';
import { SubNavigation } from '../../../../ui/page-heading.tsx';
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
  const isMine = args.url.searchParams.get('of') === 'me';
  return {
    isMine,
    org: ctx.org.slug,
    programme: programme.slug,
    zone: programme.zone,
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
    lines: linesOf(proposal).filter((line) => !isMine || line.adviserId === ctx.actor.personId),
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

export const action = actPage(async ({ ctx, form, params, url, done }) => {
  const sentence = await actOnDesk({ ctx, form, params });
  const { matchDesk } = programmePaths(ctx.org.slug, params['programme'] ?? '');
  const of = url.searchParams.get('of') === 'me' ? '?of=me' : '';
  return done(`${matchDesk}${of}${lineOf(form)}`, sentence);
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const paths = programmePaths(page.org, page.programme);
  const nameOf = (id: string) => page.names.get(id) ?? 'somebody who is gone';
  const nobody = page.lines.filter((line) => line.state === 'nobody' || line.state === 'waits');
  const moves = page.lines.filter((line) => line.state === 'moves');
  const placed = page.lines.filter(
    (line) => !nobody.includes(line) && line.state !== 'stays' && line.state !== 'moves',
  );
  const table = { ...page, nameOf };
  return (
    <>
      <title>Match desk</title>
      <ErrorSummary answer={answer} />
      <DeskHead {...page} view="list" />
      <SubNavigation
        label="Whose"
        links={[
          { label: 'Mine', href: `${paths.matchDesk}?of=me`, isCurrent: page.isMine },
          { label: 'All', href: paths.matchDesk, isCurrent: !page.isMine },
        ]}
      />
      <Dropped dropped={page.dropped} nameOf={nameOf} />
      <LastStep {...page} />
      {page.lines.length === 0 ? (
        <EmptyState
          title={
            page.isMine
              ? 'No need of your firms is to be placed'
              : 'Every need has a mentor or waits for an answer'
          }
        >
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
            <Download href={paths.matchDeskExport} />
          </section>
          {moves.length === 0 ? null : (
            <section aria-labelledby="moves">
              <h2 className="govuk-heading-m" id="moves">
                {plural(moves.length, 'existing match', 'existing matches')} would move
              </h2>
              <ProposalTable
                {...table}
                lines={moves}
                caption="Existing matches that would move; each is changed on its own page"
              />
            </section>
          )}
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
