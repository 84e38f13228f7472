import type { FormAnswer } from '../../../../kernel/form-answer.ts';
import { programmePaths } from '../../../../kernel/paths.ts';
import { plural } from '../../../../kernel/text.ts';
import { Button } from '../../../../ui/form.tsx';
import { Details } from '../../../../ui/summary-list.tsx';
import { Tag } from '../../../../ui/tag.tsx';
import { TextField } from '../../../../ui/text-fields.tsx';
import { PartsTable, Reasons } from '../../pages/score-words.tsx';
import { pointsWords } from '../allocation.ts';
import type { Alternative } from '../explain.ts';
import { chainWords, fewerServed, fitWords, priceWords } from '../words.ts';

import { DeskButton, DeskForm } from './desk-form.tsx';
import type { Choice } from './open-proposal.ts';
import type { DraftKey } from './open-desk.ts';

interface MentorChoiceProps {
  choice: Choice;
  page: {
    org: string;
    programme: string;
    draft: DraftKey;
    need: { id: string };
    isIn: boolean;
    pin: unknown;
  };
  nameOf: (id: string) => string;
  answer: FormAnswer;
}

/** One mentor for a need: fit, what a place is worth to others, what choosing would cost, and choosing. */
export function MentorChoice({ choice, page, nameOf, answer }: MentorChoiceProps) {
  const { mentorId, name } = choice;
  const own = answer.values['mentorId'] === mentorId ? answer : { values: {} };
  const values = { needId: page.need.id, mentorId };
  const paths = programmePaths(page.org, page.programme);
  return (
    <li className="app-rank" id={`m-${mentorId}`}>
      <div className="app-rank__head">
        <h3 className="govuk-heading-s">
          <a href={paths.mentor(mentorId)}>{name}</a>{' '}
          {choice.isBestFit ? <Tag tone="info">Best fit alone</Tag> : null}{' '}
          {choice.isProposed ? (
            <Tag tone="good">{page.pin ? 'Decided' : 'Best for the programme'}</Tag>
          ) : null}
          {choice.isBarred ? <Tag tone="warn">Kept apart in this run</Tag> : null}
          {choice.isPaused ? <Tag tone="warn">Left out of this run</Tag> : null}
        </h3>
        <p className="app-rank__score">
          <strong>{fitWords(choice.total)}</strong> of 100
        </p>
      </div>
      {choice.headline ? <p className="govuk-body-s app-under">{choice.headline}</p> : null}
      <p className="govuk-body">
        <WhyNotThis choice={choice} needId={page.need.id} nameOf={nameOf} />
      </p>
      {choice.pair ? (
        <>
          <Reasons mentor={choice.pair} />
          <Details summary="All parts of the score">
            <PartsTable parts={choice.pair.parts} />
          </Details>
        </>
      ) : null}
      {page.isIn && !choice.isProposed && !choice.isBarred ? (
        <Details summary={`Give it to ${name}`} isOpen={own.values['do'] === 'pin'}>
          <DeskForm draft={page.draft} doing="pin" values={values} label={`Give it to ${name}`}>
            <TextField name="reason" label="Why" scope={mentorId} answer={own} />
            <Button>Decide, and solve the rest anew</Button>
          </DeskForm>
        </Details>
      ) : null}
      {page.isIn && choice.isProposed && !page.pin ? (
        <DeskButton draft={page.draft} doing="pin" values={values}>
          Keep this pair
        </DeskButton>
      ) : null}
      {page.isIn && choice.isBarred ? (
        <DeskButton draft={page.draft} doing="unbar" values={values}>
          Let {name} be proposed again
        </DeskButton>
      ) : null}
      {page.isIn && !choice.isBarred ? (
        <Details summary="Not in this run" isOpen={own.values['do'] === 'bar'}>
          <DeskForm
            draft={page.draft}
            doing="bar"
            values={values}
            label={`Keep ${name} apart in this run`}
          >
            <TextField name="reason" label="Why" scope={`${mentorId}-bar`} answer={own} />
            <Button kind="secondary">Keep apart in this run</Button>
          </DeskForm>
        </Details>
      ) : null}
    </li>
  );
}

function WhyNotThis({
  choice,
  needId,
  nameOf,
}: {
  choice: Choice;
  needId: string;
  nameOf: (id: string) => string;
}) {
  const { cost, price } = choice;
  if (choice.isProposed) {
    return (
      <>
        Serves the programme best.
        {price > 0 ? ` ${priceWords(price, 0)}.` : ''}
      </>
    );
  }
  if (cost === null) return null;
  if ('reason' in cost) return <>{notPossible[cost.reason]}</>;
  const chain = chainWords(cost.chain, needId, nameOf, nameOf);
  return (
    <>
      {wouldCost(cost)} {chain === '' ? '' : `Then ${chain}`}
    </>
  );
}

/** Points above 100 say nothing: what they stand for is a need that would go unserved. */
function wouldCost({ regret, chain }: Pick<Alternative, 'regret' | 'chain'>): string {
  if (regret === 0) return 'As good for the programme.';
  const fewer = fewerServed(chain);
  return fewer > 0
    ? `Would leave ${plural(fewer, 'need')} more without a mentor.`
    : `Would cost the programme ${pointsWords(regret)}.`;
}

const notPossible = {
  'no-pair': 'Takes no part in this run.',
  'no-places': 'Has no place left that is not decided.',
  'pinned-away': 'The need is decided for somebody else: let go of that first to see the cost.',
};
