import { useLoaderData } from 'react-router';
import { formatDate } from '../../../kernel/calendar.ts';
import { optionalOf, textOf } from '../../../kernel/form-answer.ts';
import { orgPaths, programmePaths } from '../../../kernel/paths.ts';
import { lettersLeave, saidOfLink } from '../../../platform/mail/leaving.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { refusedLettersOf } from '../../../platform/mail/refused.ts';
import { may, mayAnywhere } from '../../../platform/permission.ts';
import { EmptyState, Panel } from '../../../ui/card.tsx';
import { Checkbox } from '../../../ui/choice-fields.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { Button, ButtonRow, Form, HiddenField, PostButton } from '../../../ui/form.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Details } from '../../../ui/summary-list.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { DateField, TextField } from '../../../ui/text-fields.tsx';
import { Undelivered } from '../../../ui/undelivered.tsx';
import { invitePerson } from '../../people/commands/invite-person.ts';
import { peoplePermissions } from '../../people/permissions.ts';
import { addEnterprisePerson } from '../commands/add-enterprise-person.ts';
import { endEnterprisePerson } from '../commands/end-enterprise-person.ts';
import { enterprisePermissions } from '../permissions.ts';
import { peopleOf } from '../reads.ts';
import { EnrolmentHead } from './enrolment-head.tsx';
import { openEnrolment } from './open-enrolment.ts';

export const loader = loadPage(async (args) => {
  const { enrolment, subject, head } = await openEnrolment(
    args,
    enterprisePermissions.enterprisePerson.read,
  );
  const people = await peopleOf(args.tx, enrolment.enterpriseId);
  return {
    head,
    people,
    /** Whom letters do not reach, and why. */
    refused: await refusedLettersOf(
      args.tx,
      people.map((person) => person.personId),
    ),
    mayEdit: may(args.ctx.actor, enterprisePermissions.enterprisePerson.edit, subject),
    mayInvite: mayAnywhere(args.ctx.actor, peoplePermissions.invitation.send),
    mayOpen: mayAnywhere(args.ctx.actor, peoplePermissions.person.read),
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const enrolmentId = params['enrolment'] ?? '';
  const here = programmePaths(ctx.org.slug, params['programme'] ?? '').enrolment(
    enrolmentId,
  ).people;
  const doing = verbOf(form, ['invite', 'end', 'add']);
  if (doing === 'invite') {
    const person = textOf(form, 'person');
    await invitePerson(ctx, { personId: person });
    return done(linkPlace(person), saidOfLink(ctx, 'An invitation'));
  }
  if (doing === 'end') {
    const leavesNobody = textOf(form, 'leavesNobody') === 'yes';
    await endEnterprisePerson(ctx, { enrolmentId, personId: textOf(form, 'person'), leavesNobody });
    return done(
      here,
      'This person no longer belongs to the enterprise. Add them again to undo it.',
    );
  }
  const { personId } = await addEnterprisePerson(ctx, {
    enrolmentId,
    name: textOf(form, 'name'),
    email: textOf(form, 'email'),
    phone: textOf(form, 'phone'),
    position: textOf(form, 'position'),
    isLead: textOf(form, 'isLead') === 'yes',
    fromOn: optionalOf(form, 'fromOn'),
  });
  if (textOf(form, 'andInvite') !== 'yes') return done(here, 'The person was added.');
  await invitePerson({ ...ctx, idempotencyKey: undefined }, { personId });
  return done(linkPlace(personId), `The person was added. ${saidOfLink(ctx, 'An invitation')}`);

  /** The person's page has the link, where somebody must pass it on. */
  function linkPlace(person: string): string {
    return lettersLeave(ctx) ? here : orgPaths(ctx.org.slug).person(person);
  }
});

type Row = Awaited<ReturnType<typeof peopleOf>>[number];
type Page = Awaited<ReturnType<typeof loader>>;

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <EnrolmentHead head={page.head} current="people" title="People" />
      <ErrorSummary answer={answer} />
      {page.people.length === 0 ? (
        <EmptyState title="Nobody yet">
          {page.mayEdit ? 'Add the person who leads the firm: letters' : 'Letters'}, dates and
          confirmations go to {page.mayEdit ? 'them' : 'whoever leads the firm'}.
        </EmptyState>
      ) : (
        <DataTable
          caption="People of the enterprise"
          columns={columnsOf(page)}
          rows={page.people}
          rowKey={(row) => row.personId}
        />
      )}
      {page.mayEdit ? (
        <Panel title="Add a person">
          <Form label="Add a person">
            <HiddenField name="do" value="add" />
            <TextField name="name" label="Name" answer={answer} width={30} autoComplete="off" />
            <TextField
              name="email"
              label="Email address"
              hint="Needed for letters and for signing in."
              type="email"
              answer={answer}
              width={30}
              autoComplete="off"
              isOptional
            />
            <TextField
              name="phone"
              label="Telephone"
              type="tel"
              answer={answer}
              width={20}
              autoComplete="off"
              isOptional
            />
            <TextField
              name="position"
              label="Position"
              hint="For example director."
              answer={answer}
              width={20}
              isOptional
            />
            <DateField name="fromOn" label="With the firm since" answer={answer} isOptional />
            <Checkbox
              name="isLead"
              label="Main contact: letters to the enterprise go to them"
              answer={answer}
            />
            {page.mayInvite ? (
              <Checkbox
                name="andInvite"
                label="Invite them to sign in as a participant"
                answer={answer}
              />
            ) : null}
            <ButtonRow>
              <Button>Add</Button>
            </ButtonRow>
          </Form>
        </Panel>
      ) : null}
    </>
  );
}

function columnsOf(page: Page): Column<Row>[] {
  const { head, people, mayEdit, mayInvite, mayOpen } = page;
  const { person } = orgPaths(head.org);
  const paths = programmePaths(head.org, head.programme).enrolment(head.enrolment);
  const columns: Column<Row>[] = [
    {
      key: 'name',
      label: 'Name',
      isHeader: true,
      cell: (row) => (
        <>
          {mayOpen ? <a href={person(row.personId)}>{row.name}</a> : row.name}{' '}
          {row.isLead ? <Tag tone="info">Main contact</Tag> : null}
        </>
      ),
    },
    { key: 'position', label: 'Position', cell: (row) => row.position || '—' },
    {
      key: 'reach',
      label: 'Reach',
      cell: (row) => (
        <>
          {row.email ? <a href={`mailto:${row.email}`}>{row.email}</a> : null}
          <Undelivered letter={page.refused.get(row.personId)} />
          {row.email && row.phone ? <br /> : null}
          {row.phone ? <a href={`tel:${row.phone.replace(/[^+\d]/g, '')}`}>{row.phone}</a> : null}
          {!row.email && !row.phone ? '—' : null}
        </>
      ),
    },
    {
      key: 'when',
      label: 'With the firm',
      cell: (row) =>
        row.toOn === null
          ? `since ${formatDate(row.fromOn)}`
          : `${formatDate(row.fromOn)} to ${formatDate(row.toOn)}`,
    },
    {
      key: 'account',
      label: 'Signs in',
      cell: (row) => (row.hasAccount ? 'Yes' : row.isParticipant ? 'Invited' : 'No'),
    },
  ];
  if (!mayEdit) return columns;
  const isAlone = people.filter((row) => row.toOn === null).length === 1;
  return [
    ...columns,
    {
      key: 'act',
      label: 'Change',
      cell: (row) =>
        row.toOn === null ? (
          <div className="app-tags">
            <a href={paths.person(row.personId)}>
              Change<span className="govuk-visually-hidden"> {row.name}</span>
            </a>
            {mayInvite && !row.hasAccount && row.email ? (
              <PostButton values={{ do: 'invite', person: row.personId }}>
                {row.isParticipant ? 'Invite again' : 'Invite'}
                <span className="govuk-visually-hidden"> {row.name}</span>
              </PostButton>
            ) : null}
            {isAlone ? (
              <Details summary="Has left">
                <p className="govuk-body-s">
                  Nobody else is here: no letter would reach the enterprise. Better add the next
                  person first.
                </p>
                <PostButton values={{ do: 'end', person: row.personId, leavesNobody: 'yes' }}>
                  Has left, and nobody is there
                  <span className="govuk-visually-hidden">: {row.name}</span>
                </PostButton>
              </Details>
            ) : (
              <PostButton values={{ do: 'end', person: row.personId }}>
                Has left<span className="govuk-visually-hidden">: {row.name}</span>
              </PostButton>
            )}
          </div>
        ) : null,
    },
  ];
}
