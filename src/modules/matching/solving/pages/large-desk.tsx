import { useLoaderData } from 'react-router';
import { textOf } from '../../../../kernel/form-answer.ts';
import { programmePaths } from '../../../../kernel/paths.ts';
import { plural } from '../../../../kernel/text.ts';
import { actPage, loadPage } from '../../../../platform/page.ts';
import { Card, CardGrid, EmptyState } from '../../../../ui/card.tsx';
import { ErrorSummary } from '../../../../ui/field.tsx';
import { useFormAnswer } from '../../../../ui/form-answer.ts';
import { LinkButton } from '../../../../ui/form.tsx';
import { Inset } from '../../../../ui/notification-banner.tsx';
import { PageHeading } from '../../../../ui/page-heading.tsx';
import { PrintButton } from '../../../../ui/print.tsx';
import { parseTableQuery } from '../../../../ui/table-query.ts';
import { Pagination, TableTools } from '../../../../ui/table-tools.tsx';
import { areaKeys, areaLabels } from '../../../programmes/area.ts';
import { programmeBySlug } from '../../../programmes/reads.ts';
import { actOnDesk } from '../../allocation/pages/desk-actions.ts';
import { lineStateWords } from '../../allocation/pages/line-state.tsx';
import { ProposalTable } from '../../allocation/pages/proposal-table.tsx';
import { fitWords } from '../../allocation/words.ts';
import { startSolve } from '../commands/start-solve.ts';
import { chosenLines, openLarge, solvedWords } from './open-large.ts';
import { SolveState } from './solve-state.tsx';
import { StepsSoFar } from './steps-so-far.tsx';

export const loader = loadPage(async (args) => {
  const { ctx, url } = args;
  const { programme, shown, solved, ...page } = await openLarge(args);
  const query = parseTableQuery(url, { sorts: ['days'], filters: ['area', 'state'] });
  const lines = chosenLines(shown?.lines ?? [], query);
  const from = (query.page - 1) * query.pageSize;
  return {
    ...page,
    org: ctx.org.slug,
    programme: programme.slug,
    zone: programme.zone,
    targetDays: programme.introduction_days,
    isWatching: url.searchParams.get('watch') !== 'no',
    query,
    found: lines.length,
    lines: lines.slice(from, from + query.pageSize),
    caption: solved ? solvedWords(solved, programme.zone) : 'Worked out in the background',
    size: solved ? { needs: solved.needs ?? 0, mentors: solved.mentors ?? 0 } : null,
    totals: shown?.totals ?? null,
    isProved: shown?.isProved ?? false,
    placesLeft: (shown?.mentors ?? []).reduce((sum, each) => sum + each.places - each.proposed, 0),
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const slug = params['programme'] ?? '';
  const back = programmePaths(ctx.org.slug, slug).matchDeskLarge;
  if (textOf(form, 'do') !== 'solve') {
    await actOnDesk({ ctx, form, params });
    return done(back, 'Noted. The proposal knows it when it is worked out anew.');
  }
  const programme = await ctx.app.database.read(ctx.orgId, (tx) => programmeBySlug(tx, slug));
  await startSolve(ctx, { programmeId: programme.id });
  return done(back);
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const paths = programmePaths(page.org, page.programme);
  const nameOf = (id: string) => page.names.get(id) ?? 'somebody who is gone';
  const { totals, query } = page;
  return (
    <>
      <title>Match desk</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="Match desk"
        caption={page.caption}
        actions={
          <>
            {totals && page.isCurrent ? (
              <LinkButton href={paths.matchDeskLetters}>Read the letters</LinkButton>
            ) : null}
            <PrintButton />
          </>
        }
      />
      <SolveState {...page} hasShown={totals !== null} steps={page.done.length} />
      <StepsSoFar {...page} nameOf={nameOf} />
      {totals === null ? (
        <EmptyState title="Nothing worked out yet">
          This programme has so many needs and mentors that the best whole takes about a minute. It
          is worked out in the background, and kept until it is worked out anew.
        </EmptyState>
      ) : (
        <>
          <CardGrid>
            <Card label="Needs with a mentor" value={`${totals.served} of ${totals.open}`} />
            <Card
              label="Mean fit"
              value={totals.meanFit === null ? '–' : `${fitWords(totals.meanFit)} of 100`}
            />
            <Card label="Places left over" value={page.placesLeft} />
            <Card
              label="What is scarce"
              value="Whom to recruit"
              href={paths.scarceSkills}
              note="Worth of one, two and three more mentors"
            />
          </CardGrid>
          <Inset>
            {page.isProved
              ? 'Proved: no other way of giving these needs to these mentors is better.'
              : 'The proof of this proposal does not hold. Tell whoever runs Espalier.'}{' '}
            {page.size
              ? `${plural(page.size.needs, 'open need')} and ${plural(page.size.mentors, 'mentor')} were looked at. `
              : ''}
            Each pair is checked once more before a letter goes out.
          </Inset>
          <TableTools
            query={query}
            total={page.found}
            noun={['need', 'needs']}
            searchLabel="Enterprise or mentor"
            filters={filters}
            download={paths.matchDeskLargeExport}
          />
          {page.lines.length === 0 ? null : (
            <ProposalTable
              {...page}
              nameOf={nameOf}
              caption="Needs, and who is proposed for each"
            />
          )}
          <Pagination query={query} total={page.found} />
        </>
      )}
    </>
  );
}

const filters = [
  {
    name: 'state',
    label: 'State',
    options: Object.entries(lineStateWords).map(([value, label]) => ({ value, label })),
  },
  {
    name: 'area',
    label: 'Area',
    options: areaKeys.map((value) => ({ value, label: areaLabels[value] })),
  },
];
