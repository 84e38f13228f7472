import { Panel } from '../../../ui/card.tsx';
import { LinkButton } from '../../../ui/form.tsx';
import { PhoneLink } from '../../../ui/phone-link.tsx';
import type { IntroducedTo } from '../offers/reads.ts';

/** What a mentor needs at once after the yes: whom to ring, what about, where to log. */
export function Introduced(props: IntroducedTo & { logHref: string }) {
  const { contact, briefing } = props;
  return (
    <>
      <Panel title="Ring them within a week">
        {contact === null ? (
          <p className="govuk-body">
            Nobody of {props.enterpriseName} is on record yet. Ask the adviser whom to ring.
          </p>
        ) : (
          <>
            <p className="govuk-body">
              <strong>{contact.name}</strong>
              {contact.phone ? (
                <>
                  <br />
                  <PhoneLink number={contact.phone} />
                </>
              ) : null}
              {contact.email ? (
                <>
                  <br />
                  <a href={`mailto:${contact.email}`}>{contact.email}</a>
                </>
              ) : null}
            </p>
            <p className="govuk-body app-quiet">
              Please do not ring between {contact.quietFrom} and {contact.quietTo}.
            </p>
          </>
        )}
        <LinkButton href={props.logHref} kind="secondary">
          Log a session
        </LinkButton>
      </Panel>
      {briefing === '' ? null : (
        <Panel title="Briefing">
          <p className="govuk-body app-prose">{briefing}</p>
        </Panel>
      )}
    </>
  );
}
