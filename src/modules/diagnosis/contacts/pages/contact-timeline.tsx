import { formatInstant } from '../../../../kernel/calendar.ts';
import { Timeline } from '../../../../ui/summary-list.tsx';
import { contactKindWords } from '../../contact.ts';
import { weeklyQuestions } from '../contact-form.ts';
import type { ContactLine } from '../reads.ts';

/** Contacts and attempts with what was said, newest first. */
export function ContactTimeline({
  contacts,
  zone,
}: {
  contacts: readonly ContactLine[];
  zone: string;
}) {
  return (
    <Timeline
      items={contacts.map((contact) => ({
        id: contact.id,
        title: `${contactKindWords[contact.kind]}${contact.person ? `, ${contact.person}` : ''}`,
        by: contact.adviser,
        when: formatInstant(contact.happenedAt, zone),
        instant: contact.happenedAt,
        children: (
          <>
            {weeklyQuestions.map(({ name, label }) =>
              contact[name] === '' ? null : (
                <p className="app-lines" key={name}>
                  <strong>{label}</strong> {contact[name]}
                </p>
              ),
            )}
            {contact.hasIssueChanged ? (
              <p className="app-lines">
                <strong>The main issue has changed.</strong> {contact.changedIssue}
              </p>
            ) : null}
          </>
        ),
      }))}
    />
  );
}
