import { useLoaderData } from 'react-router';
import { formatInstant } from '../../../kernel/calendar.ts';
import { invalid } from '../../../kernel/errors.ts';
import { textOf } from '../../../kernel/form-answer.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { acceptAttribute } from '../../../platform/files/file-kind.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { EmptyState, Panel } from '../../../ui/card.tsx';
import { SelectField } from '../../../ui/choice-fields.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { Button, Form, HiddenField, PostButton } from '../../../ui/form.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Details } from '../../../ui/summary-list.tsx';
import { FileField, TextField } from '../../../ui/text-fields.tsx';
import { addDocument } from '../commands/add-document.ts';
import { removeDocument } from '../commands/remove-document.ts';
import { restoreDocument } from '../commands/restore-document.ts';
import { documentKindLabel, type DocumentKind, documentKinds } from '../document.ts';
import { enterprisePermissions } from '../permissions.ts';
import { documentsOf } from '../reads.ts';
import { EnrolmentHead } from './enrolment-head.tsx';
import { openEnrolment } from './open-enrolment.ts';
import { cutText } from '../../../kernel/text.ts';

export const handle = { takes: 'a file' };

export const loader = loadPage(async (args) => {
  const { programme, enrolment, subject, head } = await openEnrolment(
    args,
    enterprisePermissions.document.read,
  );
  const all = await documentsOf(args.tx, enrolment);
  const mayRemove = may(args.ctx.actor, enterprisePermissions.document.remove, subject);
  return {
    head,
    zone: programme.zone,
    accept: acceptAttribute(),
    present: all.filter((row) => row.removedAt === null),
    removed: mayRemove ? all.filter((row) => row.removedAt !== null) : [],
    mayAdd: may(args.ctx.actor, enterprisePermissions.document.add, subject),
    mayRemove,
  };
});

export const action = actPage(async ({ ctx, form, files, params, done }) => {
  const enrolmentId = params['enrolment'] ?? '';
  const here = programmePaths(ctx.org.slug, params['programme'] ?? '').enrolment(enrolmentId);
  const doing = verbOf(form, ['remove', 'restore', 'add']);
  const documentId = textOf(form, 'document');
  if (doing === 'remove') {
    const { title } = await removeDocument(ctx, { enrolmentId, documentId });
    return done(here.documents, `“${title}” was removed. You can put it back below.`);
  }
  if (doing === 'restore') {
    const { title } = await restoreDocument(ctx, { enrolmentId, documentId });
    return done(here.documents, `“${title}” is back.`);
  }
  const file = files['file'];
  if (!file) throw invalid({ file: 'Choose a file.' });
  await addDocument(ctx, {
    enrolmentId,
    kind: textOf(form, 'kind') as DocumentKind,
    title: textOf(form, 'title') || cutText(file.name, 200),
    fileName: cutText(file.name, 255),
    bytes: new Uint8Array(await file.arrayBuffer()),
  });
  return done(here.documents, 'The document was added.');
});

type Row = ReturnType<typeof useLoaderData<typeof loader>>['present'][number];

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const paths = programmePaths(page.head.org, page.head.programme).enrolment(page.head.enrolment);
  return (
    <>
      <EnrolmentHead head={page.head} current="documents" title="Documents" />
      <ErrorSummary answer={answer} />
      {page.present.length === 0 ? (
        <EmptyState title="No documents yet">
          Keep the SME declaration, accounts and proof of place here; each test names what it needs.
        </EmptyState>
      ) : (
        <DataTable
          caption="Documents"
          columns={columnsOf(paths.document, page.zone, page.mayRemove)}
          rows={page.present}
          rowKey={(row) => row.id}
        />
      )}
      {page.mayAdd ? (
        <Panel title="Add a document">
          <Form hasFiles label="Add a document">
            <HiddenField name="do" value="add" />
            <FileField
              name="file"
              label="File"
              hint="PDF, picture, text, CSV, or an office document of the newer kinds, up to 20 MB."
              accept={page.accept}
              answer={answer}
            />
            <SelectField
              name="kind"
              label="What it is"
              answer={answer}
              value="other"
              options={documentKinds.map((value) => ({ value, label: documentKindLabel(value) }))}
            />
            <TextField
              name="title"
              label="Title"
              hint="The file’s name when left empty."
              answer={answer}
              isOptional
            />
            <Button>Add</Button>
          </Form>
        </Panel>
      ) : null}
      {page.removed.length > 0 ? (
        <Details summary={`Removed (${page.removed.length})`}>
          <ul className="govuk-list app-list">
            {page.removed.map((row) => (
              <li key={row.id}>
                {row.title}
                <PostButton values={{ do: 'restore', document: row.id }}>
                  Put back<span className="govuk-visually-hidden"> {row.title}</span>
                </PostButton>
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
    </>
  );
}

function columnsOf(href: (id: string) => string, zone: string, mayRemove: boolean): Column<Row>[] {
  const columns: Column<Row>[] = [
    {
      key: 'title',
      label: 'Title',
      isHeader: true,
      cell: (row) => <a href={href(row.id)}>{row.title}</a>,
    },
    { key: 'kind', label: 'Kind', cell: (row) => documentKindLabel(row.kind) },
    { key: 'size', label: 'Size', isNumeric: true, cell: (row) => sizeWords(row.size) },
    { key: 'by', label: 'Added by', cell: (row) => row.addedBy ?? '—' },
    { key: 'at', label: 'Added', cell: (row) => formatInstant(row.addedAt, zone) },
  ];
  if (!mayRemove) return columns;
  return [
    ...columns,
    {
      key: 'remove',
      label: 'Remove',
      cell: (row) => (
        <PostButton values={{ do: 'remove', document: row.id }}>
          Remove<span className="govuk-visually-hidden"> {row.title}</span>
        </PostButton>
      ),
    },
  ];
}

function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${Math.round(kilobytes)} kB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}
