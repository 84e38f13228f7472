import { useLoaderData } from 'react-router';
import { notFound } from '../../../kernel/errors.ts';
import { listOf } from '../../../kernel/form-answer.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import { saidOfLetters } from '../../../platform/mail/leaving.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { EmptyState, Panel } from '../../../ui/card.tsx';
import { CheckboxGroup } from '../../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { invitableOf, invitationShown } from '../../people/inviting/reads.ts';
import { peoplePermissions } from '../../people/permissions.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { inviteImported } from '../commands/invite-imported.ts';
import { intakePermissions } from '../permissions.ts';
import { importRun } from '../reads.ts';
import { peopleOfRun } from '../taking/people-of-run-rows.ts';

/** As many as one form sends; the others stand there after it. */
const most = 500;

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const mayRead = may(ctx.actor, intakePermissions.import.read, { programmeId: programme.id });
  if (!mayRead || !may(ctx.actor, peoplePermissions.invitation.send, {})) {
    throw notFound('programme');
  }
  const run = await importRun(tx, programme.id, params['run'] ?? '');
  const people = await invitableOf(tx, ctx, await peopleOfRun(tx, run.id, run.kind));
  return {
    back: programmePaths(ctx.org.slug, programme.slug).importRun(run.id),
    fileName: run.fileName,
    letter: invitationShown(ctx, run.kind === 'mentors' ? 'mentor' : 'participant'),
    people: people.slice(0, most),
    more: Math.max(0, people.length - most),
  };
});

export const action = actPage(async ({ ctx, form, params, url, done }) => {
  const { invited } = await inviteImported(ctx, {
    runId: params['run'] ?? '',
    personIds: listOf(form, 'personIds'),
  });
  return done(url.pathname, saidOfLetters(ctx, plural(invited, 'invitation')));
});

/** Whom a list brought and who cannot sign in yet: invited together, with the letter shown first. */
export default function Screen() {
  const { back, fileName, letter, people, more } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <title>{`Invite the people of ${fileName}`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="Invite the people of this list"
        caption={fileName}
        back={{ label: fileName, href: back }}
      />
      {people.length === 0 ? (
        <EmptyState title="Nobody is left to invite">
          Everybody of this list can sign in, has an invitation that still waits, or has no email
          address.
        </EmptyState>
      ) : (
        <Form label="Invite">
          <Panel title="The letter">
            <p className="govuk-body">
              <strong>{letter.subject}</strong>
            </p>
            <p className="govuk-body app-lines">{letter.body}</p>
          </Panel>
          <CheckboxGroup
            name="personIds"
            label={`${plural(people.length, 'person has', 'people have')} no account yet`}
            {...(more === 0
              ? {}
              : { hint: `${plural(more, 'more follows', 'more follow')} when these are invited.` })}
            options={people.map(({ id, name, email }) => ({ value: id, label: name, hint: email }))}
            values={people.map(({ id }) => id)}
            answer={answer}
            isSmall
          />
          <Button>Send the invitations</Button>
        </Form>
      )}
    </>
  );
}
