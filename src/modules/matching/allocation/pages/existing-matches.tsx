import { useLoaderData } from 'react-router';
import { programmePaths } from '../../../../kernel/paths.ts';
import { plural } from '../../../../kernel/text.ts';
import { actPage, loadPage } from '../../../../platform/page.ts';
import { EmptyState, Panel } from '../../../../ui/card.tsx';
import { RadioGroup } from '../../../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../../../ui/field.tsx';
import { useFormAnswer } from '../../../../ui/form-answer.ts';
import { Button } from '../../../../ui/form.tsx';
import { PageHeading } from '../../../../ui/page-heading.tsx';
import { areaLabels } from '../../../programmes/area.ts';
import { pointsWords } from '../allocation.ts';
import { loyaltyStepsOf } from '../loyalty.ts';
import { takesPart } from '../proposal.ts';
import { moveWords } from '../words.ts';
import { actOnDesk } from './desk-actions.ts';
import { DeskForm } from './desk-form.tsx';
import { LoyaltyCurve } from './loyalty-curve.tsx';
import { leaveLarge } from '../../solving/pages/leave-large.ts';
import { draftKey, namesOf, openDraft } from './open-desk.ts';

export const loader = loadPage(async (args) => {
  await leaveLarge(args);
  const { programme, draft, desk, proposal } = await openDraft(args);
  const { wishes, pairs } = proposal;
  const matched = desk.needs.filter((need) => need.held?.kind === 'match');
  return {
    org: args.ctx.org.slug,
    programme: programme.slug,
    draft: draftKey(draft),
    names: await namesOf(args, proposal, draft?.id ?? null),
    matches: matched.length,
    loyalty: wishes.loyalty,
    steps: matched.length === 0 ? [] : loyaltyStepsOf(desk, wishes, programme.id),
    moves: matched.flatMap((need) => {
      const to = pairs.get(need.id) ?? null;
      const from = need.held?.mentorId ?? null;
      return takesPart(need, wishes) && to !== from
        ? [{ needId: need.id, area: need.area, matchId: need.held?.id ?? '', from, to }]
        : [];
    }),
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const sentence = await actOnDesk({ ctx, form, params });
  const paths = programmePaths(ctx.org.slug, params['programme'] ?? '');
  return done(paths.matchDeskLoyalty, sentence);
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const paths = programmePaths(page.org, page.programme);
  const nameOf = (id: string) => page.names.get(id) ?? 'somebody who is gone';
  return (
    <>
      <title>Match desk: existing matches</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="May existing matches move?"
        caption="People disturbed against what the programme loses; a need not served counts for 100 points and more"
        back={{ label: 'Match desk', href: paths.matchDesk }}
      />
      {page.matches === 0 ? (
        <EmptyState title="No match goes on">
          Once mentors work with enterprises, this shows what moving some of them would bring.
        </EmptyState>
      ) : (
        <>
          <p className="govuk-body">
            {plural(page.matches, 'match goes', 'matches go')} on. Pairs that are moved do worse
            than those that stay, so by default nobody moves. A match holds harder with each meeting
            held.
          </p>
          <LoyaltyCurve steps={page.steps} current={page.loyalty} />
          <DeskForm draft={page.draft} doing="loyalty" label="May existing matches move?">
            <RadioGroup
              name="points"
              label="A match may move when that is better by more than"
              value={page.loyalty === null ? 'stay' : String(page.loyalty)}
              options={page.steps.map((step) => ({
                value: step.points === null ? 'stay' : String(step.points),
                label:
                  step.points === null ? 'Never: existing matches stay' : pointsWords(step.points),
                hint: `${plural(step.moved, 'match', 'matches')} would move, ${pointsWords(step.lost)} lost`,
              }))}
              answer={answer}
              isSmall
            />
            <Button>Solve anew</Button>
          </DeskForm>
          {page.moves.length > 0 ? (
            <Panel title={`${plural(page.moves.length, 'match', 'matches')} would move`}>
              <p className="govuk-body">
                No letter moves a match. Change the mentor says first why the match ends, then finds
                the next mentor for the same need.
              </p>
              <ul className="govuk-list govuk-list--bullet">
                {page.moves.map((move) => (
                  <li key={move.needId}>
                    {areaLabels[move.area]}: {moveWords(move, nameOf, nameOf)}.{' '}
                    <a href={paths.rematch(move.matchId)}>
                      Change the mentor
                      <span className="govuk-visually-hidden">
                        {' '}
                        of {nameOf(move.needId)}, {areaLabels[move.area]}
                      </span>
                    </a>
                  </li>
                ))}
              </ul>
            </Panel>
          ) : null}
        </>
      )}
    </>
  );
}
