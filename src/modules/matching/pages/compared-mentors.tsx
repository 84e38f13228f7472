import { AxesPicture } from '../../../ui/axes-picture.tsx';
import { Panel } from '../../../ui/card.tsx';
import { type StyleAnswers, styleEnds } from '../../mentors/working-style.ts';
import { partKeys, partWords } from '../weights.ts';
import type { RankedCard } from './open-matching.ts';

interface ComparedMentorsProps {
  mentors: readonly RankedCard[];
  /** How the enterprise likes to work; null before it was asked. */
  wishes: StyleAnswers | null;
}

/** Two or three mentors side by side, part by part. */
export function ComparedMentors({ mentors, wishes }: ComparedMentorsProps) {
  if (mentors.length === 0) return null;
  if (mentors.length === 1) {
    return (
      <Panel title="Compare">
        <p className="govuk-body">
          {mentors[0]?.name} is chosen. Choose one or two more with “Compare”.
        </p>
      </Panel>
    );
  }
  return (
    <Panel title="Side by side" id="compare">
      <div className="app-table-wrap">
        <table className="govuk-table">
          <caption className="govuk-visually-hidden">Mentors side by side</caption>
          <thead className="govuk-table__head">
            <tr className="govuk-table__row">
              <th scope="col" className="govuk-table__header">
                Part
              </th>
              {mentors.map((mentor) => (
                <th scope="col" className="govuk-table__header" key={mentor.mentorId}>
                  {mentor.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="govuk-table__body">
            <Row label="Score of 100" cells={mentors.map((each) => Math.round(each.total / 100))} />
            <Row
              label="Places taken"
              cells={mentors.map(
                (each) => `${each.liveMatches + each.offersOpen} of ${each.places}`,
              )}
            />
            {partKeys.map((key) => (
              <Row
                key={key}
                label={partWords[key]}
                cells={mentors.map((mentor) => {
                  const part = mentor.parts.find((each) => each.part === key);
                  if (!part) return '';
                  return part.known ? `${part.value}. ${part.because}` : part.because;
                })}
              />
            ))}
          </tbody>
        </table>
      </div>
      {wishes
        ? mentors.map((mentor) => (
            <AxesPicture
              axes={styleEnds}
              key={mentor.mentorId}
              title={`The enterprise and ${mentor.name}`}
              series={[
                { name: 'The enterprise', values: wishes },
                { name: mentor.name, values: mentor.style },
              ]}
            />
          ))
        : null}
    </Panel>
  );
}

function Row({ label, cells }: { label: string; cells: readonly (string | number)[] }) {
  return (
    <tr className="govuk-table__row">
      <th scope="row" className="govuk-table__header">
        {label}
      </th>
      {cells.map((cell, at) => (
        <td className="govuk-table__cell" key={at}>
          {cell}
        </td>
      ))}
    </tr>
  );
}
