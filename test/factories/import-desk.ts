import { checkImport } from '../../src/modules/intake/commands/check-import.ts';
import { mapImport } from '../../src/modules/intake/commands/map-import.ts';
import { uploadImport } from '../../src/modules/intake/commands/upload-import.ts';
import type { ImportKind } from '../../src/modules/intake/import/target-field.ts';
import type { Ctx } from '../../src/platform/context.ts';
import { drainJobs, type TestApp } from './app.ts';
import { makeDesk } from './enterprise-desk.ts';

export const firmList = [
  'Company Name,Company Number,Postcode,Email,Contact Name',
  'Birch Tools Ltd,01234567,CV1 2AB,ann@birch.example,Ann Birch',
  'Cedar Foods Ltd,07654321,CV4 7AL,,',
  'Wrong Number Ltd,abc,CV4 7AL,,',
].join('\n');

/** A programme's desk with a manager who takes lists in. */
export async function makeImportDesk(app: TestApp) {
  const desk = await makeDesk(app);
  const manager = await desk.world.ctxAs('manager');
  const programmeId = desk.world.programme.id;

  async function upload(text = firmList, kind: ImportKind = 'enterprises', ctx: Ctx = manager) {
    const bytes = new TextEncoder().encode(text);
    return (await uploadImport(ctx, { programmeId, kind, fileName: 'firms.csv', bytes })).runId;
  }

  const run = (runId: string) =>
    desk.read((tx) =>
      tx.selectFrom('import_run').selectAll().where('id', '=', runId).executeTakeFirstOrThrow(),
    );

  async function map(runId: string, change = {}) {
    const mapping = (await run(runId)).mapping as Record<string, string | null>;
    await mapImport(manager, { runId, mapping, ...change });
  }

  /** Uploaded, mapped as guessed, checked. */
  async function checked(text = firmList, kind: ImportKind = 'enterprises') {
    const runId = await upload(text, kind);
    await map(runId);
    await checkImport(manager, { runId });
    await drainJobs(app);
    return runId;
  }

  return {
    desk,
    manager,
    programmeId,
    upload,
    map,
    checked,
    run,
    rows: (runId: string) =>
      desk.read((tx) =>
        tx
          .selectFrom('import_row')
          .selectAll()
          .where('run_id', '=', runId)
          .orderBy('row_number')
          .execute(),
      ),
    firms: () =>
      desk.read((tx) => tx.selectFrom('enterprise').selectAll().orderBy('name').execute()),
    drain: () => drainJobs(app),
  };
}
