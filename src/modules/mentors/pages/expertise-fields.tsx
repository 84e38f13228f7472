import { type FormAnswer, textOf } from '../../../kernel/form-answer.ts';
import { areaKeys, areaLabels } from '../../programmes/area.ts';
import type { MentorRow } from '../reads.ts';
import { evidenceWords, levelWords } from '../profile-words.ts';

interface ExpertiseFieldsProps {
  mentor: MentorRow;
  answer: FormAnswer;
  isStaff: boolean;
}

/** The twelve areas: a level each, topics in own words, and for staff what the level rests on. */
export function ExpertiseFields({ mentor, answer, isStaff }: ExpertiseFieldsProps) {
  const known = new Map(mentor.expertise.map((each) => [each.area, each]));
  const typed = (name: string, stored: string) =>
    answer.values[name] === undefined ? stored : textOf(answer.values, name);
  return (
    <>
      <p className="govuk-body">
        Level 1 knows about it, 2 has helped with it, 3 has done it, 4 has led it, 5 has done it
        several times. Only areas with a level are matched.
      </p>
      <div className="app-table-wrap">
        <table className="govuk-table app-table">
          <caption className="govuk-visually-hidden">Expertise in twelve areas</caption>
          <thead className="govuk-table__head">
            <tr className="govuk-table__row">
              {['Area', 'Level', 'Topics', ...(isStaff ? ['Rests on'] : [])].map((head) => (
                <th scope="col" className="govuk-table__header" key={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="govuk-table__body">
            {areaKeys.map((area) => {
              const stored = known.get(area);
              const label = areaLabels[area];
              return (
                <tr className="govuk-table__row" key={area}>
                  <th scope="row" className="govuk-table__header" data-label="Area">
                    {label}
                  </th>
                  <td className="govuk-table__cell" data-label="Level">
                    <select
                      className="govuk-select"
                      name={`level-${area}`}
                      aria-label={`Level in ${label}`}
                      defaultValue={typed(`level-${area}`, String(stored?.level ?? 0))}
                    >
                      {levelWords.map((words, level) => (
                        <option key={words} value={level}>
                          {level === 0 ? '–' : `${level} ${words}`}
                        </option>
                      ))}
                    </select>
                  </td>
                  <td className="govuk-table__cell" data-label="Topics">
                    <input
                      className="govuk-input"
                      name={`topics-${area}`}
                      aria-label={`Topics in ${label}`}
                      defaultValue={typed(`topics-${area}`, stored?.topics.join(', ') ?? '')}
                    />
                  </td>
                  {isStaff ? (
                    <td className="govuk-table__cell" data-label="Rests on">
                      <select
                        className="govuk-select"
                        name={`evidence-${area}`}
                        aria-label={`What the level in ${label} rests on`}
                        defaultValue={typed(`evidence-${area}`, stored?.evidence ?? 'self-stated')}
                      >
                        {Object.entries(evidenceWords).map(([value, words]) => (
                          <option key={value} value={value}>
                            {words}
                          </option>
                        ))}
                      </select>
                    </td>
                  ) : null}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}
