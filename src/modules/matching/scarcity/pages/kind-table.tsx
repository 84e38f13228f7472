import { listWords } from '../../../../kernel/text.ts';
import { DataTable } from '../../../../ui/data-table.tsx';
import { Details } from '../../../../ui/summary-list.tsx';
import { pointsWords } from '../../allocation/allocation.ts';
import { type Advice, mostFurther, type ScarceSkill } from '../scarcity.ts';
import { areaLabels } from '../../../programmes/area.ts';
import { broughtWords, chainSentences, typicalWords, worthOf } from '../scarcity-words.ts';

const counts = ['One more', 'Two more', 'Three more'] as const;

/** Kinds of mentor with what one, two and three of them bring, whom they serve and who would move. */
export function KindTable({ advice }: { advice: Advice }) {
  const nameOf = (id: string) => advice.names[id] ?? 'somebody';
  // One line for each area, the best of its kinds; the sectors are folded into it.
  const kinds = advice.skills.filter(
    (skill, at) => advice.skills.findIndex((each) => each.area === skill.area) === at,
  );
  const others = (skill: ScarceSkill) =>
    advice.skills.filter((each) => each.area === skill.area && each !== skill);
  return (
    <DataTable
      caption="Kinds of mentor, the most valuable first"
      rows={kinds}
      rowKey={(skill) => `${skill.area} ${skill.sector ?? ''}`}
      columns={[
        {
          key: 'kind',
          label: 'Mentor for',
          isHeader: true,
          cell: (skill) => (
            <>
              {areaLabels[skill.area]}
              <span className="govuk-hint app-under">
                {skill.sector === null ? 'any sector' : `from ${skill.sector}`},{' '}
                {typicalWords(skill)}
              </span>
              {others(skill).length === 0 ? null : (
                <Details
                  summary={
                    <>
                      Other sectors
                      <span className="govuk-visually-hidden">
                        {' '}
                        for {areaLabels[skill.area].toLowerCase()}
                      </span>
                    </>
                  }
                >
                  <ul className="govuk-list govuk-list--bullet">
                    {others(skill).map((each) => (
                      <li key={each.sector ?? ''}>
                        {each.sector === null ? 'any sector' : `from ${each.sector}`}:{' '}
                        {broughtWords(each, 1, advice)}, worth {pointsWords(worthOf(each, 1))}
                      </li>
                    ))}
                  </ul>
                </Details>
              )}
            </>
          ),
        },
        ...counts.slice(0, mostFurther).map((label, at) => ({
          key: label,
          label,
          cell: (skill: ScarceSkill) => <Brought skill={skill} count={at + 1} advice={advice} />,
        })),
        {
          key: 'who',
          label: 'Whom it serves',
          cell: (skill) => <Served skill={skill} nameOf={nameOf} />,
        },
      ]}
    />
  );
}

function Brought({ skill, count, advice }: { skill: ScarceSkill; count: number; advice: Advice }) {
  if (skill.further.length < count) return <>Nothing more</>;
  return (
    <>
      {broughtWords(skill, count, advice)}
      <span className="govuk-hint app-under app-nowrap">
        worth {pointsWords(worthOf(skill, count))}
      </span>
    </>
  );
}

function Served({ skill, nameOf }: { skill: ScarceSkill; nameOf: (id: string) => string }) {
  const served = skill.further.flatMap((each) => each.served);
  const shown = served.slice(0, 6).map(nameOf);
  const rest = served.length - shown.length;
  return (
    <>
      {served.length === 0
        ? 'Nobody new; others fit better.'
        : listWords(rest > 0 ? [...shown, `${rest} more`] : shown)}
      <Details
        summary={
          <>
            Who would move
            <span className="govuk-visually-hidden">
              {' '}
              for {areaLabels[skill.area].toLowerCase()} {skill.sector ?? ''}
            </span>
          </>
        }
      >
        {skill.further.map((further, at) => (
          <div key={counts[at]}>
            <p className="govuk-body-s">{counts[at]}:</p>
            <ul className="govuk-list govuk-list--bullet">
              {chainSentences(further, nameOf).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </div>
        ))}
      </Details>
    </>
  );
}
