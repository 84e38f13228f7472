import { useLoaderData } from 'react-router';
import { formatInstant } from '../../../kernel/calendar.ts';
import { textOf } from '../../../kernel/form-answer.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { saidOfLetter } from '../../../platform/mail/leaving.ts';
import { actPage, loadPage, type PageArgs, verbOf } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { EmptyState, Panel } from '../../../ui/card.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Timeline } from '../../../ui/summary-list.tsx';
import { TextArea } from '../../../ui/text-fields.tsx';
import { readPrivateNotes } from '../commands/read-private-notes.ts';
import { writePrivateNote } from '../commands/write-private-note.ts';
import { askNoteOpening } from '../note-openings/commands/ask-note-opening.ts';
import { confirmNoteOpening } from '../note-openings/commands/confirm-note-opening.ts';
import { dropNoteOpening } from '../note-openings/commands/drop-note-opening.ts';
import { readOpenedNotes } from '../note-openings/commands/read-opened-notes.ts';
import { openingInForce, openingsOf } from '../note-openings/reads.ts';
import { enterprisePermissions } from '../permissions.ts';
import { EnrolmentHead } from './enrolment-head.tsx';
import { NoteOpenings } from './note-openings.tsx';
import { openEnrolment } from './open-enrolment.ts';

const permissions = enterprisePermissions.privateNote;

export const loader = loadPage(async (args) => {
  const { programme, enrolment, subject, head } = await openEnrolment(
    args,
    permissions.answerOpening,
  );
  const { actor } = args.ctx;
  const isReader = may(actor, permissions.read, subject);
  const opening = isReader ? null : await openingInForce(args.tx, args.ctx, enrolment.id);
  const openings = await openingsOf(args.tx, enrolment.id);
  return {
    head,
    zone: programme.zone,
    isReader,
    openUntil: opening?.openUntil ?? null,
    notes: await notesFor(args, enrolment.id, isReader, opening !== null),
    openings: openings.map((one) => ({ ...one, isOwn: one.requestedBy === actor.personId })),
    mayWrite: may(actor, permissions.write, subject),
  };
});

async function notesFor(
  { ctx }: PageArgs,
  enrolmentId: string,
  isReader: boolean,
  isOpen: boolean,
) {
  if (isReader) return readPrivateNotes(ctx, { enrolmentId });
  return isOpen ? readOpenedNotes(ctx, { enrolmentId }) : null;
}

export const action = actPage(async ({ ctx, form, params, done }) => {
  const enrolmentId = params['enrolment'] ?? '';
  const { notes } = programmePaths(ctx.org.slug, params['programme'] ?? '').enrolment(enrolmentId);
  const openingId = textOf(form, 'opening');
  switch (verbOf(form, ['write', 'ask', 'confirm', 'drop'])) {
    case 'write':
      await writePrivateNote(ctx, { enrolmentId, body: textOf(form, 'body') });
      return done(notes, 'The note was kept.');
    case 'ask':
      await askNoteOpening(ctx, { enrolmentId, reason: textOf(form, 'reason') });
      return done(notes, 'Asked. The notes open when a second person confirms.');
    case 'confirm':
      await confirmNoteOpening(ctx, { openingId });
      return done(notes, `Confirmed. ${saidOfLetter(ctx, 'A letter to whoever wrote the notes')}`);
    case 'drop':
      await dropNoteOpening(ctx, { openingId });
      return done(notes, 'The request is ended.');
  }
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
        {page.openUntil === null
          ? null
          : ` They are open to you until ${formatInstant(page.openUntil, page.zone)}.`}
      </p>
      {page.mayWrite ? (
        <Panel title="Write a note">
          <Form guardsLeaving label="Write a note">
            <HiddenField name="do" value="write" />
            <TextArea
              name="body"
              isPrivate
              label="Note"
              rows={4}
              answer={answer}
              maxLength={4800}
            />
            <Button>Keep the note</Button>
          </Form>
        </Panel>
      ) : null}
      <Notes notes={page.notes} zone={page.zone} />
      <NoteOpenings
        openings={page.openings}
        zone={page.zone}
        mayAsk={!page.isReader && page.openUntil === null}
        answer={answer}
      />
    </>
  );
}

interface NotesProps {
  notes: Awaited<ReturnType<typeof readPrivateNotes>> | null;
  zone: string;
}

function Notes({ notes, zone }: NotesProps) {
  if (notes === null) return null;
  if (notes.length === 0) {
    return (
      <EmptyState title="No private notes">
        Write down what would help a colleague who takes over, and nothing else.
      </EmptyState>
    );
  }
  return (
    <Timeline
      items={notes.map((note) => ({
        id: note.id,
        title: note.author,
        when: formatInstant(note.writtenAt, zone),
        instant: note.writtenAt,
        children: <p className="app-lines">{note.text}</p>,
      }))}
    />
  );
}
