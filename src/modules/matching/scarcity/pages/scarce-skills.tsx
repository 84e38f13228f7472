import { Download } from '../../../../ui/download.tsx';
import { useLoaderData } from 'react-router';
import { programmePaths } from '../../../../kernel/paths.ts';
import { listWords, plural } from '../../../../kernel/text.ts';
import { loadPage } from '../../../../platform/page.ts';
import { Card, CardGrid, EmptyState } from '../../../../ui/card.tsx';
import { LinkButton } from '../../../../ui/form.tsx';
import { Inset } from '../../../../ui/notification-banner.tsx';
import { PageHeading } from '../../../../ui/page-heading.tsx';
import { PrintButton } from '../../../../ui/print.tsx';
import { areaLabels } from '../../../programmes/area.ts';
import { fitWords } from '../../allocation/words.ts';
import { KindTable } from './kind-table.tsx';
import { openScarcity } from './open-scarcity.ts';
import { RecruitOrder } from './recruit-order.tsx';
import { UnservedTable } from './unserved-table.tsx';

export const loader = loadPage(async (args) => {
  const { programme, ...page } = await openScarcity(args);
  return {
    ...page,
    org: args.ctx.org.slug,
    programme: programme.slug,
  };
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const { advice } = page;
  const paths = programmePaths(page.org, page.programme);
  return (
    <>
      <title>Scarce skills</title>
      <PageHeading
        title="Scarce skills"
        caption={`What further mentors would bring to the open needs, as of ${page.asOf}`}
        back={{ label: 'Mentors', href: paths.mentors }}
        actions={<PrintButton />}
      />
      {advice === null ? (
        <EmptyState
          title="Not worked out yet"
          action={<LinkButton href={paths.matchDesk}>Match desk</LinkButton>}
        >
          This programme has so many needs and mentors that a job works this out together with the
          proposal of the match desk.
        </EmptyState>
      ) : (
        <>
          <CardGrid>
            <Card
              label="Open needs that get a mentor"
              value={`${advice.served} of ${advice.open}`}
              href={paths.matchDesk}
            />
            <Card
              label="Mean fit of those"
              value={advice.meanFit === null ? '–' : `${fitWords(advice.meanFit)} of 100`}
            />
            <Card label="Mentors looked at" value={advice.mentors} href={paths.mentors} />
          </CardGrid>
          <section aria-labelledby="kinds">
            <h2 className="govuk-heading-m" id="kinds">
              Whom to recruit, the most valuable first
            </h2>
            {advice.skills.length === 0 ? (
              <p className="govuk-body">
                A further mentor would bring nothing to the needs that are open now.
              </p>
            ) : (
              <>
                <RecruitOrder advice={advice} />
                <Inset>
                  This list is what recruitment works from. Each line takes a mentor as the panel
                  typically is, puts one, two and three of them into today’s proposal, and solves
                  the whole again: exact, not an average. Columns count the mentors before them.
                </Inset>
                <KindTable advice={advice} />
                <Download href={paths.scarceSkillsExport} />
              </>
            )}
            {advice.enough.length > 0 && advice.open > 0 ? (
              <p className="govuk-body">
                One more mentor would bring nothing now in{' '}
                {listWords(advice.enough.map((area) => areaLabels[area].toLowerCase()))}.
              </p>
            ) : null}
          </section>
          <section aria-labelledby="unserved">
            <h2 className="govuk-heading-m" id="unserved">
              {advice.unserved.length === 0
                ? 'No open need is left without a mentor'
                : `${plural(advice.unserved.length, 'need')} that nobody serves, and why`}
            </h2>
            {advice.unserved.length > 0 ? (
              <UnservedTable advice={advice} org={page.org} programme={page.programme} />
            ) : null}
          </section>
        </>
      )}
    </>
  );
}
