import { useLoaderData } from 'react-router';
import { textOf } from '../../../kernel/form-answer.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { RadioGroup } from '../../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { FileField } from '../../../ui/text-fields.tsx';
import { programmeBySlug } from '../../programmes/reads.ts';
import { uploadImport } from '../commands/upload-import.ts';
import type { ImportKind } from '../import/target-field.ts';
import { intakePermissions } from '../permissions.ts';
import { importableKinds } from '../taking/target.ts';
import { kindWords } from './import-words.ts';

export const handle = { takes: 'a file' };

export const loader = loadPage(async ({ ctx, tx, params, url }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  if (!may(ctx.actor, intakePermissions.import.run, { programmeId: programme.id })) {
    throw notFound('programme');
  }
  const kinds = importableKinds(ctx.actor, programme.id);
  return {
    org: ctx.org.slug,
    programme: { slug: programme.slug, name: programme.name },
    kinds,
    kind: kinds.find((one) => one === url.searchParams.get('kind')) ?? kinds[0] ?? null,
  };
});

export const action = actPage(async ({ ctx, form, files, params, done }) => {
  const file = files['file'];
  // The browser sends an empty file like none.
  if (!file) throw invalid({ file: 'Choose a file that is not empty.' });
  if (file.size > 25 * 1024 * 1024) throw invalid({ file: 'Choose a file of at most 25 MB.' });
  const programme = await ctx.app.database.read(ctx.orgId, (tx) =>
    programmeBySlug(tx, params['programme']),
  );
  const { runId, rows, sheets } = await uploadImport(ctx, {
    programmeId: programme.id,
    kind: textOf(form, 'kind') as ImportKind,
    fileName: file.name.slice(-255),
    bytes: new Uint8Array(await file.arrayBuffer()),
  });
  return done(
    programmePaths(ctx.org.slug, programme.slug).importRun(runId),
    sheets > 1
      ? `${plural(sheets, 'sheet')} found. Nothing is taken in yet.`
      : `${plural(rows, 'row')} read. Nothing is taken in yet.`,
  );
});

const hints: Record<ImportKind, string> = {
  enterprises: 'Firms with whatever is known of them; one contact each. The company register, too.',
  people: 'People of enterprises that are on record already.',
  mentors: 'Mentors with what they are good at.',
};

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const paths = programmePaths(page.org, page.programme.slug);
  return (
    <>
      <title>{`Import a list – ${page.programme.name}`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading title="Import a list" back={{ label: 'Imports', href: paths.imports }} />
      <Form hasFiles>
        <RadioGroup
          name="kind"
          label="What is the list about?"
          value={page.kind}
          options={page.kinds.map((kind) => ({
            value: kind,
            label: kindWords[kind],
            hint: hints[kind],
          }))}
          answer={answer}
        />
        <FileField
          name="file"
          label="The list"
          hint="Drop a file here or choose one: .xlsx, .ods or .csv, at most 25 MB and 100,000 rows. Of a workbook you choose the sheet; headers are found by themselves."
          accept=".xlsx,.ods,.csv,.txt,.tsv"
          answer={answer}
        />
        <Button>Upload</Button>
      </Form>
    </>
  );
}
