import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '../kernel/errors.ts';
import { listWords } from '../kernel/text.ts';
import { ownPageLine } from '../modules/matching/own-page/own-page-line-step.ts';
import { importList } from '../modules/intake/commands/import-list.ts';
import { importKinds } from '../modules/intake/import/target-field.ts';
import { programmeBySlug } from '../modules/programmes/reads.ts';
import { createApp } from '../platform/app.ts';
import { readConfig } from '../platform/config.ts';
import type { App, Ctx } from '../platform/context.ts';
import { createLog } from '../platform/log.ts';
import { migrate } from '../platform/migrate.ts';
import { systemActor } from '../platform/permission.ts';
import { openPostgres } from '../platform/postgres/open.ts';
import { readingSchema } from '../modules/intake/taking/read-list.ts';
import { delimiterNames, textEncodings } from '../platform/spreadsheets/table.ts';
import { chooseOrganisation } from './choose-organisation.ts';
import { type CliCommand, say, sayAside } from './command-line.ts';
import { readingLines, summaryJson, summaryLines } from './import-summary.ts';

const options = {
  programme: { type: 'string' },
  org: { type: 'string' },
  map: { type: 'string' },
  sheet: { type: 'string' },
  'header-row': { type: 'string' },
  encoding: { type: 'string' },
  separator: { type: 'string' },
  'dry-run': { type: 'boolean' },
  'only-known': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

export const importCommand: CliCommand = {
  name: 'import',
  summary: 'takes in a list of enterprises, people or mentors',
  help: `Usage: npm run espalier -- import enterprises|people|mentors FILE --programme SLUG [options]

FILE is .xlsx, .ods or .csv. Encoding, separator and header row are found; columns are mapped as for the last
file with the same headers, or guessed. The same file a second time changes nothing.

  --programme SLUG  the programme; its enterprises become applicants
  --org SLUG        the organisation, when there are several
  --sheet NAME      the sheet of a workbook; otherwise the one that looks most like such a list
  --header-row N    the row of the headers, 0 when there are none; otherwise found
  --encoding NAME   of a text file: ${textEncodings.join(', ')}; otherwise found
  --separator NAME  of a text file: ${Object.keys(delimiterNames).join(', ')}; otherwise found
  --map FILE        a JSON object of header and field; null leaves a column out
  --only-known      fills in firms on record and adds none
  --dry-run         says what would happen and writes nothing
  --json            prints {read, created, updated, unchanged, rejected, problems: [{row, column, code, message}]}

Ends with 0 when the file could be read and with 2 when it could not.`,
  async run(args, env) {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const kind = importKinds.find((one) => one === positionals[0]);
    const path = positionals[1];
    if (kind === undefined || path === undefined || positionals.length > 2) {
      sayAside(this.help);
      return 2;
    }
    const bytes = await readFile(path).then(
      (content) => new Uint8Array(content),
      () => null,
    );
    if (bytes === null) {
      sayAside(`There is no file ${path} that can be read.`);
      return 2;
    }
    const mapping = values.map === undefined ? undefined : await jsonOf(values.map);
    return withApp(env, async (app) => {
      const org = await chooseOrganisation(app, values.org);
      const ctx: Ctx = { app, org, orgId: org.orgId, actor: systemActor, clock: app.clock };
      const programmeId = await programmeNamed(ctx, values.programme);
      try {
        const result = await importList(ctx, {
          target: {
            kind,
            programmeId,
            enrols: programmeId !== null,
            unmatched: values['only-known'] ? 'leave' : 'create',
          },
          fileName: basename(path),
          bytes,
          ...(mapping === undefined ? {} : { mapping }),
          reading: readingOf(values),
          isDryRun: values['dry-run'] ?? false,
        });
        for (const line of readingLines(result)) sayAside(line);
        if (result.sheets.length > 1) {
          sayAside(`Read the sheet “${result.sheet}” of ${listWords(quoted(result.sheets))}.`);
        }
        if (values.json) say(JSON.stringify(summaryJson(result)));
        else for (const line of summaryLines(result, values['dry-run'] ?? false)) say(line);
        return 0;
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'invalid') throw error;
        sayAside(error.message);
        return 2;
      }
    });
  },
};

function readingOf(values: {
  sheet?: string | undefined;
  'header-row'?: string | undefined;
  encoding?: string | undefined;
  separator?: string | undefined;
}) {
  const given = {
    sheet: values.sheet,
    headerRow: values['header-row'] === undefined ? undefined : Number(values['header-row']),
    encoding: values.encoding,
    delimiter:
      values.separator === undefined
        ? undefined
        : (delimiterNames[values.separator] ?? values.separator),
  };
  const parsed = readingSchema.safeParse(given);
  if (!parsed.success) {
    throw new AppError('invalid', parsed.error.issues.map(({ message }) => message).join(' '));
  }
  return parsed.data;
}

function quoted(names: readonly string[]): string[] {
  return names.map((name) => `“${name}”`);
}

async function jsonOf(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new AppError('invalid', `${path} is not a JSON file that can be read.`, { cause });
  }
}

async function withApp<T>(env: NodeJS.ProcessEnv, work: (app: App) => Promise<T>): Promise<T> {
  const config = readConfig(env);
  const postgres = await openPostgres(config, {
    purpose: 'import',
    manner: 'share',
    report: sayAside,
  });
  try {
    await migrate(postgres.owner, { report: sayAside });
    const { app, close } = createApp({
      connections: postgres,
      url: config.url ?? `http://localhost:${config.port}`,
      secret: config.secret,
      smtpUrl: config.smtpUrl,
      letterEnd: ownPageLine,
      jobs: [],
      // Standard output is for the result.
      log: createLog({ level: 'warn', to: process.stderr }),
    });
    try {
      return await work(app);
    } finally {
      await close();
    }
  } finally {
    await postgres.stop('patient');
  }
}

async function programmeNamed(ctx: Ctx, slug: string | undefined): Promise<string | null> {
  if (slug === undefined) return null;
  const programme = await ctx.app.database.read(ctx.orgId, (tx) => programmeBySlug(tx, slug));
  return programme.id;
}
