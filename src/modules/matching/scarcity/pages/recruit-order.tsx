import { listWords, plural } from '../../../../kernel/text.ts';
import { areaLabels } from '../../../programmes/area.ts';
import { pointsWords } from '../../allocation/allocation.ts';
import type { Advice } from '../scarcity.ts';

const ordinals = ['First', 'After that one', 'Then', 'Then', 'Then'];
const mostNamed = 4;

/** Whom to recruit first, and whom after that one, each with what it brings on top of those before. */
export function RecruitOrder({ advice }: { advice: Advice }) {
  const { sequence = [] } = advice;
  if (sequence.length === 0) return null;
  return (
    <>
      <h3 className="govuk-heading-s">In which order</h3>
      <ol className="govuk-list govuk-list--number">
        {sequence.map((each, at) => {
          const firms = each.served.slice(0, mostNamed).map((id) => advice.names[id] ?? 'a firm');
          const rest = each.served.length - firms.length;
          return (
            <li key={at}>
              {ordinals[at]} a mentor for <strong>{areaLabels[each.area].toLowerCase()}</strong>
              {each.sector === null ? '' : ` from ${each.sector}`}, level {each.level},{' '}
              {plural(each.places, 'place')}:{' '}
              {each.served.length === 0
                ? 'nobody more, but better fits'
                : `${plural(each.served.length, 'need')} more (${listWords(rest > 0 ? [...firms, `${rest} more`] : firms)})`}
              , worth {pointsWords(each.worth)}
            </li>
          );
        })}
      </ol>
    </>
  );
}
