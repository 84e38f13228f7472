import { parseArgs } from 'node:util';
import { invalid } from '../kernel/errors.ts';
import { type ChainEnd, verifyAuditChain } from '../platform/audit.ts';
import { backupFault } from '../platform/backup/kept-backups.ts';
import { systemClock } from '../platform/clock.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { type Database, openDatabase } from '../platform/database.ts';
import {
  type Check,
  checkFailedJobs,
  checkMigrations,
  checkTenantWall,
  listOrganisations,
} from '../platform/doctor.ts';
import { openPostgres, type Postgres } from '../platform/postgres/open.ts';
import { type CliCommand, say, sayAside } from './command-line.ts';

export const doctor: CliCommand = {
  name: 'doctor',
  summary: 'checks the walls between organisations, migrations, audit chain and failed jobs',
  help: `Usage: npm run espalier -- doctor [--json] [--witness SLUG:ENTRY:SEAL …]

  --witness  an end of an audit chain that was kept outside, as the weekly letter gives it; the chain must pass
             through it
  --json     prints {"ok": …, "checks": [{"name": …, "findings": […]}]}

Ends with 0 when everything is well and with 1 when something was found.`,
  async run(args, env) {
    const { values } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' }, witness: { type: 'string', multiple: true } },
    });
    const witnesses = (values.witness ?? []).map(readWitness);
    const config = readConfig(env);
    const postgres = await openPostgres(config, {
      purpose: 'doctor',
      manner: 'share',
      report: sayAside,
    });
    try {
      const checks = [
        ...(await runChecks(postgres, { secret: config.secret, witnesses })),
        ...(await checkBackups(config)),
      ];
      const isWell = checks.every((check) => check.findings.length === 0);
      if (values.json) say(JSON.stringify({ ok: isWell, checks }, null, 2));
      else sayChecks(checks);
      return isWell ? 0 : 1;
    } finally {
      await postgres.stop('patient');
    }
  },
};

/** Only where backups are taken by the clock; others are taken by tools of the host. */
async function checkBackups({ backup }: Config): Promise<Check[]> {
  if (backup === null) return [];
  const fault = await backupFault(backup.directory, systemClock.now());
  return [{ name: 'a young backup lies where it should', findings: fault === null ? [] : [fault] }];
}

interface Outside {
  secret: string;
  /** Ends of audit chains that were kept outside. */
  witnesses: readonly Witness[];
}

interface Witness extends ChainEnd {
  slug: string;
}

function readWitness(text: string): Witness {
  const parts = /^([a-z0-9-]+):(\d{1,15}):([0-9a-f]{64})$/.exec(text);
  const [, slug = '', seq = '', hash = ''] = parts ?? [];
  if (parts === null) throw invalid({ witness: `${text} is not SLUG:ENTRY:SEAL.` });
  return { slug, seq: Number(seq), hash };
}

async function runChecks(postgres: Postgres, outside: Outside): Promise<Check[]> {
  const migrations = await checkMigrations(postgres.owner);
  const wall = await checkTenantWall(postgres.owner);
  // An older database may lack the audit tables, and its chain is read by newer code.
  const jobs = await checkFailedJobs(postgres.owner);
  if (migrations.findings.length > 0) return [migrations, ...wall, jobs];
  const database = openDatabase({ app: postgres.app, onError: (error) => sayAside(error.message) });
  try {
    return [migrations, ...wall, await checkAudit(database, postgres, outside), jobs];
  } finally {
    await database.close();
  }
}

async function checkAudit(
  database: Database,
  postgres: Postgres,
  { secret, witnesses }: Outside,
): Promise<Check> {
  const findings: string[] = [];
  for (const { orgId, slug } of await listOrganisations(postgres.owner)) {
    const own = witnesses.filter((witness) => witness.slug === slug);
    for (const witness of own.length === 0 ? [undefined] : own) {
      const { fault } = await database.read(orgId, (tx) =>
        verifyAuditChain(tx, { orgId, app: { secret } }, { witness }),
      );
      if (fault) findings.push(`${slug}: entry ${fault.seq}: ${fault.why}`);
    }
  }
  return { name: 'the audit chain of every organisation is whole', findings };
}

function sayChecks(checks: readonly Check[]): void {
  for (const { name, findings } of checks) {
    say(`${findings.length === 0 ? 'ok    ' : 'found '} ${name}`);
    for (const finding of findings) say(`         ${finding}`);
  }
}
