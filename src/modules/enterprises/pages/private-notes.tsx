import { useLoaderData } from 'react-router';
import { formatInstant } from '../../../kernel/calendar.ts';
import { textOf } from '../../../kernel/form-answer.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { EmptyState, Panel } from '../../../ui/card.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { Button, Form } from '../../../ui/form.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Timeline } from '../../../ui/summary-list.tsx';
import { TextArea } from '../../../ui/text-fields.tsx';
import { readPrivateNotes } from '../commands/read-private-notes.ts';
import { writePrivateNote } from '../commands/write-private-note.ts';
import { enterprisePermissions } from '../permissions.ts';
import { EnrolmentHead } from './enrolment-head.tsx';
import { openEnrolment } from './open-enrolment.ts';

export const loader = loadPage(async (args) => {
  const { programme, enrolment, subject, head } = await openEnrolment(
    args,
    enterprisePermissions.privateNote.read,
  );
  return {
    head,
    zone: programme.zone,
    notes: await readPrivateNotes(args.ctx, { enrolmentId: enrolment.id }),
    mayWrite: may(args.ctx.actor, enterprisePermissions.privateNote.write, subject),
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const enrolmentId = params['enrolment'] ?? '';
  await writePrivateNote(ctx, { enrolmentId, body: textOf(form, 'body') });
  const paths = programmePaths(ctx.org.slug, params['programme'] ?? '').enrolment(enrolmentId);
  return done(paths.notes, 'The note was kept.');
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <EnrolmentHead head={page.head} current="notes" title="Private notes" />
      <ErrorSummary answer={answer} />
      <p className="govuk-body">
        Only the advisers of this programme can read these. They are stored encrypted, cannot be
        changed afterwards, and each reading is recorded.
      </p>
      {page.mayWrite ? (
        <Panel title="Write a note">
          <Form guardsLeaving label="Write a note">
            <TextArea name="body" label="Note" rows={4} answer={answer} maxLength={4800} />
            <Button>Keep the note</Button>
          </Form>
        </Panel>
      ) : null}
      {page.notes.length === 0 ? (
        <EmptyState title="No private notes">
          Write down what would help a colleague who takes over, and nothing else.
        </EmptyState>
      ) : (
        <Timeline
          items={page.notes.map((note) => ({
            id: note.id,
            title: note.author,
            when: formatInstant(note.writtenAt, page.zone),
            instant: note.writtenAt,
            children: <p className="app-lines">{note.text}</p>,
          }))}
        />
      )}
    </>
  );
}
