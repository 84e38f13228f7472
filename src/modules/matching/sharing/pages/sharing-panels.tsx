import { dateInZone, formatDate } from '../../../../kernel/calendar.ts';
import type { FormAnswer } from '../../../../kernel/form-answer.ts';
import { Panel } from '../../../../ui/card.tsx';
import { RadioGroup } from '../../../../ui/choice-fields.tsx';
import { Button, Form, HiddenField } from '../../../../ui/form.tsx';
import { sharingHint, sharingOptions, sharingQuestion } from '../../../enterprises/sharing.ts';
import { areaLabels } from '../../../programmes/area.ts';
import type { SeenBy, SharingOfFirm } from '../reads.ts';

interface SharingPanelsProps {
  firm: SharingOfFirm;
  answer: FormAnswer;
  mayChange: boolean;
}

/** When a mentor may learn who the firm is, and which mentor was shown what, when. */
export function SharingPanels({ firm, answer, mayChange }: SharingPanelsProps) {
  const own = answer.values['enrolmentId'] === firm.enrolmentId ? answer : { values: {} };
  return (
    <>
      <Panel title="Being introduced">
        {mayChange ? (
          <Form label={`Being introduced: ${firm.enterprise}`}>
            <HiddenField name="do" value="record" />
            <HiddenField name="enrolmentId" value={firm.enrolmentId} />
            <RadioGroup
              name="sharing"
              label={sharingQuestion}
              hint={sharingHint}
              scope={firm.enrolmentId}
              value={firm.sharing ?? ''}
              options={sharingOptions}
              answer={own}
            />
            <Button>Save</Button>
          </Form>
        ) : null}
        <p className="govuk-body app-quiet">
          {firm.sharingOn === null
            ? 'Not said yet. Until then no mentor is shown the diagnosis or earlier advice.'
            : `Said on ${formatDate(firm.sharingOn)}${firm.sharedBy ? `, entered by ${firm.sharedBy}` : ''}.`}
        </p>
      </Panel>
      <Panel title="Who has seen what">
        {firm.seenBy.length === 0 ? (
          <p className="govuk-body">No mentor has been asked yet.</p>
        ) : (
          <ul className="govuk-list app-lines">
            {firm.seenBy.map((one) => (
              <li key={one.offerId}>
                <strong>{one.mentor}</strong>, {areaLabels[one.area].toLowerCase()}
                <br />
                <span className="app-quiet">{seenWords(one, firm.zone)}</span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </>
  );
}

function seenWords(one: SeenBy, zone: string): string {
  const day = (at: string) => formatDate(dateInZone(at, zone));
  const asked = `${day(one.offeredAt)}: `;
  const diagnosis = ', what your adviser found out, and earlier advice';
  if (!one.isUnnamed) return `${asked}your name, the need${diagnosis}.`;
  const before = `${asked}sector, stage, need, place and time, without your name.`;
  if (one.namedAt === null) return before;
  return `${before} ${day(one.namedAt)}, after the yes: your name, whom to ring${one.sharesDiagnosis ? diagnosis : ', the need; no diagnosis and no earlier advice'}.`;
}
