import { useLoaderData } from 'react-router';
import { notFound } from '../../../kernel/errors.ts';
import { type FormAnswer, textOf } from '../../../kernel/form-answer.ts';
import { participantPaths } from '../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { Panel } from '../../../ui/card.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, ButtonRow, Form, HiddenField } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Details } from '../../../ui/summary-list.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { TextField } from '../../../ui/text-fields.tsx';
import { addEnterprisePerson } from '../commands/add-enterprise-person.ts';
import { ownEnrolments } from '../contact-rows.ts';
import { peopleOf } from '../reads.ts';

export const loader = loadPage(async ({ ctx, tx }) => {
  const firms = [];
  for (const firm of await ownEnrolments(tx, [...ctx.actor.ownEnterpriseIds])) {
    const people = (await peopleOf(tx, firm.enterpriseId)).filter((one) => one.toOn === null);
    const isLead = people.some((one) => one.isLead && one.personId === ctx.actor.personId);
    firms.push({ ...firm, people, isLead });
  }
  if (firms.length === 0) throw notFound();
  return { org: ctx.org.slug, firms };
});

export const action = actPage(async ({ ctx, form, done }) => {
  await addEnterprisePerson(ctx, {
    enrolmentId: textOf(form, 'enrolmentId'),
    name: textOf(form, 'name'),
    email: textOf(form, 'email'),
    phone: textOf(form, 'phone'),
    position: textOf(form, 'position'),
  });
  return done(participantPaths(ctx.org.slug).people, 'The person was added.');
});

export default function Screen() {
  const { org, firms } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const paths = participantPaths(org);
  return (
    <>
      <title>Our people – Espalier</title>
      <ErrorSummary answer={answer} scope={textOf(answer.values, 'enrolmentId')} />
      <PageHeading
        title="Our people"
        caption="Whom the programme and your mentors reach."
        back={{ label: 'My enterprise', href: paths.home }}
      />
      {firms.map((firm) => (
        <Panel key={firm.enterpriseId} title={firm.name}>
          <ul className="govuk-list app-lines">
            {firm.people.map((person) => (
              <li key={person.personId}>
                <strong>{person.name}</strong>
                {person.position ? `, ${person.position}` : ''}{' '}
                {person.isLead ? <Tag tone="info">Main contact</Tag> : null}
                <br />
                {[person.email, person.phone].filter(Boolean).join(' · ') ||
                  'No address and no telephone yet'}
                {firm.isLead ? (
                  <>
                    <br />
                    <a href={paths.person(firm.enrolmentId, person.personId)}>
                      Change<span className="govuk-visually-hidden"> {person.name}</span>
                    </a>
                  </>
                ) : null}
              </li>
            ))}
          </ul>
          {firm.isLead ? null : (
            <p className="app-quiet">The main contact changes what stands here.</p>
          )}
          <Details
            summary="Add a person"
            isOpen={
              answer.errors !== undefined && answer.values['enrolmentId'] === firm.enrolmentId
            }
          >
            <Form label={`Add a person to ${firm.name}`}>
              <HiddenField name="enrolmentId" value={firm.enrolmentId} />
              <TextField
                name="name"
                scope={firm.enrolmentId}
                label="Name"
                answer={answerOf(answer, firm.enrolmentId)}
                width={30}
                autoComplete="off"
              />
              <TextField
                name="email"
                scope={firm.enrolmentId}
                label="Email address"
                type="email"
                answer={answerOf(answer, firm.enrolmentId)}
                width={30}
                autoComplete="off"
                isOptional
              />
              <TextField
                name="phone"
                scope={firm.enrolmentId}
                label="Telephone"
                type="tel"
                answer={answerOf(answer, firm.enrolmentId)}
                width={20}
                autoComplete="off"
                isOptional
              />
              <TextField
                name="position"
                scope={firm.enrolmentId}
                label="Position"
                answer={answerOf(answer, firm.enrolmentId)}
                width={20}
                isOptional
              />
              <ButtonRow>
                <Button>Add</Button>
              </ButtonRow>
            </Form>
          </Details>
        </Panel>
      ))}
    </>
  );
}

/** What was typed goes back into the form of its own firm only. */
function answerOf(answer: FormAnswer, enrolmentId: string): FormAnswer {
  return textOf(answer.values, 'enrolmentId') === enrolmentId ? answer : { values: {} };
}
