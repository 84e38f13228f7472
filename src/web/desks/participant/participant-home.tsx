import { useLoaderData } from 'react-router';
import { dateInZone, formatDate } from '../../../kernel/calendar.ts';
import { formatMinutes } from '../../../kernel/minutes.ts';
import { notFound } from '../../../kernel/errors.ts';
import { participantPagesAt } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import { type OpenQuestion, questionsForEnterprises } from '../../../modules/matching/fit/reads.ts';
import { type AreaKey, areaLabels } from '../../../modules/programmes/area.ts';
import { hoursOf } from '../../../modules/sessions/reads.ts';
import { loadPage } from '../../../platform/page.ts';
import { hasRole } from '../../../platform/permission.ts';
import { EmptyState, Panel, ProgressBar } from '../../../ui/card.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { ParticipantMenu } from './participant-menu.tsx';
import { firmsOf, type ParticipantFirm } from './participant-reads.ts';

export const loader = loadPage(async ({ ctx, tx, link, own }) => {
  if (!hasRole(ctx.actor, 'participant')) throw notFound();
  const firms = await firmsOf(tx, [...ctx.actor.ownEnterpriseIds]);
  const asked = await questionsForEnterprises(tx, [...ctx.actor.ownEnterpriseIds]);
  const withHours = [];
  for (const firm of firms) {
    const { indicators } = await hoursOf(tx, ctx, firm.enrolmentId);
    const [first] = indicators;
    withHours.push({
      ...firm,
      questions: asked.filter((one) => one.enrolmentId === firm.enrolmentId),
      hours: first ? { counted: first.bar.counted, needed: first.bar.needed } : null,
    });
  }
  return {
    base: own.firm,
    isByLink: link !== null,
    today: ctx.clock.today(ctx.org.zone),
    firms: withHours,
  };
});

type Firm = ParticipantFirm & {
  questions: OpenQuestion[];
  hours: { counted: number; needed: number } | null;
};

export default function Screen() {
  const { base, isByLink, today, firms } = useLoaderData<typeof loader>();
  return (
    <>
      <title>My enterprise – Espalier</title>
      {firms.length === 0 ? (
        <>
          <PageHeading title="My enterprise" />
          <EmptyState title="No enterprise yet">
            You are not linked to an enterprise at the moment. Ask your adviser.
          </EmptyState>
        </>
      ) : (
        firms.map((firm) => (
          <FirmPanels
            key={firm.enrolmentId}
            firm={firm}
            base={base}
            isByLink={isByLink}
            today={today}
          />
        ))
      )}
    </>
  );
}

interface FirmPanelsProps {
  firm: Firm;
  base: string;
  isByLink: boolean;
  today: string;
}

function FirmPanels({ firm, base, isByLink, today }: FirmPanelsProps) {
  const paths = participantPagesAt(base);
  const waits =
    firm.toConfirm.length + firm.shortlists.length + firm.diagnoses.length + firm.questions.length;
  return (
    <>
      <PageHeading title={firm.enterprise} caption={firm.programme} />
      {firm.state === 'applied' ? (
        <p className="govuk-body">
          Your application is being looked at. {firm.adviser ?? 'An adviser'} will be in touch.
        </p>
      ) : null}
      {waits > 0 ? (
        <Panel title="Waiting for you">
          <ul className="govuk-list app-lines">
            {firm.shortlists.map((one) => (
              <li key={one.id}>
                <a href={paths.shortlist(one.id)}>
                  Choose your mentor for {areaLabels[one.area as AreaKey].toLowerCase()}
                </a>{' '}
                <span className="app-quiet">by {formatDate(one.chooseBy)}</span>
              </li>
            ))}
            {firm.toConfirm.map((one) => (
              <li key={one.id}>
                <a href={paths.session(one.id)}>
                  {one.isHeld
                    ? `Confirm your session with ${one.mentor} on`
                    : `Say what became of your appointment with ${one.mentor} on`}{' '}
                  {formatDate(dateInZone(one.startsAt, firm.zone))}
                </a>
              </li>
            ))}
            {firm.questions.map((one) => (
              <li key={one.id}>
                <a href={one.kind === 'fit' ? paths.fitCheck(one.id) : paths.feedback(one.id)}>
                  {one.kind === 'fit'
                    ? `Say whether it fits with ${one.other}`
                    : `Say how it goes with ${one.other}`}
                </a>{' '}
                <span className="app-quiet">two taps; your mentor does not see it</span>
              </li>
            ))}
            {firm.diagnoses.map((one) => (
              <li key={one.id}>
                <a href={paths.diagnosis(one.id)}>Say how you see your own firm</a>{' '}
                <span className="app-quiet">twelve questions, five minutes</span>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      <Panel title={firm.mentors.length === 1 ? 'My mentor' : 'My mentors'}>
        {firm.mentors.length === 0 ? (
          <p className="govuk-body">
            {firm.needs.length > 0
              ? 'Your adviser is looking for the right person.'
              : 'First your adviser finds out with you what you need most.'}
          </p>
        ) : (
          firm.mentors.map((mentor) => (
            <div key={mentor.matchId}>
              <p className="govuk-body">
                <strong>{mentor.name}</strong>, {areaLabels[mentor.area as AreaKey].toLowerCase()}
                <br />
                {mentor.phone ? (
                  <a href={`tel:${mentor.phone.replace(/\s/g, '')}`}>{mentor.phone}</a>
                ) : null}
                {mentor.phone && mentor.email ? ' · ' : ''}
                {mentor.email ? <a href={`mailto:${mentor.email}`}>{mentor.email}</a> : null}
                <br />
                <span className="app-quiet">
                  Please do not ring between {mentor.quietFrom} and {mentor.quietTo}. In an urgent
                  case ring your adviser.
                </span>
              </p>
            </div>
          ))
        )}
        {firm.adviser ? (
          <p className="govuk-body">
            Your adviser: {firm.adviser}
            {firm.adviserPhone ? `, ${firm.adviserPhone}` : ''}
            {firm.adviserEmail ? (
              <>
                {', '}
                <a href={`mailto:${firm.adviserEmail}`}>{firm.adviserEmail}</a>
              </>
            ) : null}
            {firm.nextContactOn ? `. Next call about ${formatDate(firm.nextContactOn)}` : ''}.
          </p>
        ) : null}
      </Panel>
      <Panel title="My plan" actions={<a href={paths.actions}>All actions</a>}>
        {firm.needs.map((need) => (
          <p className="govuk-body" key={need.id}>
            <strong>{areaLabels[need.area as AreaKey]}.</strong> {need.detail}
          </p>
        ))}
        {firm.actions.length === 0 ? (
          <p className="govuk-body">No action is open.</p>
        ) : (
          <ul className="govuk-list app-lines">
            {firm.actions.map((action) => (
              <li key={action.id}>
                {action.title}{' '}
                <span className="app-quiet">
                  ({action.owner === 'enterprise' ? 'you' : action.owner}
                  {action.dueOn ? `, by ${formatDate(action.dueOn)}` : ''})
                </span>{' '}
                {action.dueOn && action.dueOn < today ? <Tag tone="bad">overdue</Tag> : null}
              </li>
            ))}
          </ul>
        )}
      </Panel>
      {firm.hours ? (
        <Panel title="Hours of support">
          <ProgressBar
            label={
              firm.hours.counted >= firm.hours.needed
                ? 'Enough hours for the programme to count you'
                : `${plural(Math.ceil((firm.hours.needed - firm.hours.counted) / 60), 'more hour')} and the programme can count you`
            }
            value={firm.hours.counted}
            most={firm.hours.needed}
            text={`${formatMinutes(firm.hours.counted)} of ${formatMinutes(firm.hours.needed)}`}
          />
        </Panel>
      ) : null}
      <ParticipantMenu paths={paths} isByLink={isByLink} />
    </>
  );
}
