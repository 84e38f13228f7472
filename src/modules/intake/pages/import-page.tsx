import { useLoaderData } from 'react-router';
import { type FormValues, listOf, textOf } from '../../../kernel/form-answer.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import type { Ctx } from '../../../platform/context.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { delimiterNames } from '../../../platform/spreadsheets/table.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Inset } from '../../../ui/notification-banner.tsx';
import { PageHeading, Stepper } from '../../../ui/page-heading.tsx';
import { parseTableQuery } from '../../../ui/table-query.ts';
import { Tag } from '../../../ui/tag.tsx';
import { invitableOf } from '../../people/inviting/reads.ts';
import { peoplePermissions } from '../../people/permissions.ts';
import { peopleOfRun } from '../taking/people-of-run-rows.ts';
import type { Tx } from '../../../platform/database.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { abandonImport } from '../commands/abandon-import.ts';
import { checkImport } from '../commands/check-import.ts';
import { decideImportRow } from '../commands/decide-import-row.ts';
import { mapImport } from '../commands/map-import.ts';
import { rereadImport } from '../commands/reread-import.ts';
import { takeImport } from '../commands/take-import.ts';
import { undoImport } from '../commands/undo-import.ts';
import { guessColumns } from '../import/column-map.ts';
import { undoUntil } from '../import/undo-rule.ts';
import { intakePermissions } from '../permissions.ts';
import {
  importRun,
  keptRows,
  previewLines,
  problemCounts,
  sampleRows,
  type ImportRunView,
} from '../reads.ts';
import { mayImport } from '../taking/target.ts';
import { ImportColumns } from './import-columns.tsx';
import { ImportPreview } from './import-preview.tsx';
import { ImportProgress } from './import-progress.tsx';
import { ImportReading } from './import-reading.tsx';
import { kindWords, stateWords } from './import-words.ts';
import { WhatNext } from './import-what-next.tsx';
import { UndoneSummary, UndoPanel } from './undo-panel.tsx';

export const loader = loadPage(async ({ ctx, tx, params, url }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  if (!may(ctx.actor, intakePermissions.import.read, { programmeId: programme.id })) {
    throw notFound('programme');
  }
  const run = await importRun(tx, programme.id, params['run'] ?? '');
  const mayRun = mayImport(ctx.actor, run.kind, programme.id);
  const step = url.searchParams.get('step');
  const isEarly = ['uploaded', 'mapped', 'failed'].includes(run.state);
  const mayReread = mayRun && run.fileId !== null && (isEarly || run.state === 'checked');
  const isReading = mayReread && (step === 'reading' || run.format.isSheetChosen === false);
  const wantsColumns = run.state === 'checked' && (step === 'columns' || isReading);
  const isMapping = !isReading && (isEarly || wantsColumns);
  const query = parseTableQuery(url, { sorts: ['row'], filters: ['outcome', 'problem', 'undo'] });
  const isListed =
    (run.state === 'checked' && !wantsColumns) || run.state === 'done' || run.state === 'undone';
  const mayUndo =
    run.state === 'done' &&
    mayRun &&
    may(ctx.actor, intakePermissions.import.undo, { programmeId: programme.id }) &&
    ctx.clock.now() <= undoUntil(run.finishedAt ?? run.createdAt) &&
    (run.counts.created ?? 0) + (run.counts.updated ?? 0) > 0;
  return {
    org: ctx.org.slug,
    programme: { slug: programme.slug, name: programme.name },
    run,
    zone: programme.zone,
    mayRun,
    invitable: await invitableCount(tx, ctx, run),
    mayUndo: mayUndo && (await keptRows(tx, run.id)),
    asksUndo: step === 'undo',
    isReading,
    mayReread,
    guesses:
      isMapping && mayRun
        ? guessColumns(run.kind, run.headers, await sampleRows(tx, run.id))
        : null,
    query,
    preview: isListed ? await previewLines(tx, run.id, query) : null,
    problems: isListed ? await problemCounts(tx, run.id) : [],
  };
});

/** How many people whom the list brought can be invited by whoever looks at it. */
async function invitableCount(tx: Tx, ctx: Ctx, run: ImportRunView): Promise<number> {
  if (run.state !== 'done' || !may(ctx.actor, peoplePermissions.invitation.send, {})) return 0;
  return (await invitableOf(tx, ctx, await peopleOfRun(tx, run.id, run.kind))).length;
}

export const action = actPage(async ({ ctx, form, params, url, done }) => {
  const { run, programme } = await ctx.app.database.read(ctx.orgId, async (tx) => {
    const found = await programmeBySlug(tx, params['programme']);
    return { programme: found, run: await importRun(tx, found.id, params['run'] ?? '') };
  });
  const runId = run.id;
  const paths = programmePaths(ctx.org.slug, programme.slug);
  const here = paths.importRun(runId);
  const what = verbOf(form, ['read', 'map', 'check', 'take', 'undo', 'abandon', 'decide']);
  if (what === 'read') {
    const { rows } = await rereadImport(ctx, { runId, ...readingOfForm(form) });
    return done(here, `${plural(rows, 'row')} read. Nothing is taken in yet.`);
  }
  if (what === 'map') {
    await mapImport(ctx, {
      runId,
      mapping: mappingOfForm(form, run.headers),
      ...choicesOfForm(form, run.kind),
    });
    await checkImport(followUp(ctx), { runId });
    return done(here);
  }
  if (what === 'check') await checkImport(ctx, { runId });
  if (what === 'take') await takeImport(ctx, { runId });
  if (what === 'undo') await undoImport(ctx, { runId });
  if (what === 'abandon') {
    await abandonImport(ctx, { runId });
    return done(paths.imports, `${run.fileName} was dropped. Nothing of it was taken in.`);
  }
  if (what === 'decide') {
    const isAll = textOf(form, 'all') === 'yes';
    const { decided } = await decideImportRow(ctx, {
      runId,
      rows: isAll ? null : listOf(form, 'rows').map(Number),
      decision: textOf(form, 'decision') as 'merge' | 'new' | 'skip',
    });
    return done(`${here}${url.search}`, `Chosen for ${plural(decided, 'row')}.`);
  }
  return done(here);
});

/** How the file is to be read; an empty field leaves it to be found. */
function readingOfForm(form: FormValues) {
  const row = textOf(form, 'headerRow');
  const choices = ['sheet', 'encoding'].filter((name) => textOf(form, name) !== '');
  const delimiter = delimiterNames[textOf(form, 'delimiter')];
  return {
    ...Object.fromEntries(choices.map((name) => [name, textOf(form, name)])),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(row === '' ? {} : { headerRow: Number(row) }),
  };
}

/** The key of the form is spent on the first of two commands. */
function followUp(ctx: Ctx): Ctx {
  return { ...ctx, idempotencyKey: undefined };
}

function mappingOfForm(
  form: FormValues,
  headers: readonly string[],
): Record<string, string | null> {
  return Object.fromEntries(
    headers.map((header, at) => [header, textOf(form, `column-${at}`) || null]),
  );
}

function choicesOfForm(form: FormValues, kind: string) {
  if (kind !== 'enterprises') return {};
  if (textOf(form, 'enrols') === '') {
    throw invalid({ enrols: 'Say whether these firms become applicants.' });
  }
  return {
    enrols: textOf(form, 'enrols') === 'yes',
    source: textOf(form, 'source') === 'register' ? ('register' as const) : ('list' as const),
    unmatched: textOf(form, 'unmatched') === 'leave' ? ('leave' as const) : ('create' as const),
  };
}

const sheetOpen = { label: 'sheet to choose', tone: 'warn' } as const;

const steps = [
  { step: 'upload', label: 'Upload' },
  { step: 'sheet', label: 'Sheet' },
  { step: 'columns', label: 'Columns' },
  { step: 'check', label: 'Check' },
  { step: 'take', label: 'Take in' },
];

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const { run, programme } = page;
  const paths = programmePaths(page.org, programme.slug);
  const isSheetOpen = run.format.isSheetChosen === false && page.isReading;
  const state = isSheetOpen ? sheetOpen : stateWords[run.state];
  const isMoving = ['checking', 'taking', 'undoing'].includes(run.state);
  const step = isSheetOpen
    ? 'sheet'
    : page.guesses || page.isReading
      ? 'columns'
      : ['taking', 'done', 'undoing', 'undone'].includes(run.state)
        ? 'take'
        : 'check';
  const shown = steps.filter((one) => one.step !== 'sheet' || (run.format.sheets ?? []).length > 0);
  const at = shown.findIndex((one) => one.step === step);
  return (
    <>
      <title>{`${run.fileName} – imports – ${programme.name}`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title={run.fileName}
        caption={
          <>
            {kindWords[run.kind]} <Tag tone={state.tone}>{state.label}</Tag>
          </>
        }
        back={{ label: 'Imports', href: paths.imports }}
      />
      <Stepper
        steps={shown.map((one, n) => ({
          ...one,
          isDone: n < at || run.state === 'done' || run.state === 'undone',
        }))}
        current={step}
      />
      {run.state === 'abandoned' ? (
        <Inset>This list was dropped. Nothing of it was taken in.</Inset>
      ) : null}
      {isMoving ? <ImportProgress run={run} mayRun={page.mayRun} /> : null}
      {run.state === 'done' ? (
        <WhatNext run={run} paths={paths} invitable={page.invitable} />
      ) : null}
      {page.mayUndo ? <UndoPanel run={run} zone={page.zone} asks={page.asksUndo} /> : null}
      {run.state === 'undone' ? <UndoneSummary run={run} /> : null}
      {run.failure === null ? null : <Inset>{run.failure}</Inset>}
      {page.isReading ? <ImportReading run={run} answer={answer} /> : null}
      {page.guesses ? (
        <ImportColumns
          run={run}
          mayReread={page.mayReread}
          guesses={page.guesses}
          programme={programme.name}
          answer={answer}
        />
      ) : null}
      {page.preview ? (
        <ImportPreview
          run={run}
          query={page.query}
          rows={page.preview.rows}
          total={page.preview.total}
          problems={page.problems}
          badRowsHref={`${paths.importRun(run.id)}/bad-rows`}
          mayRun={page.mayRun}
        />
      ) : null}
    </>
  );
}
