import { randomBytes } from 'node:crypto';
import { addDays, dateInZone, formatDate, formatInstant, instantOf } from '../kernel/calendar.ts';
import { allJobs } from '../jobs/all-jobs.ts';
import type { CutScene } from '../jobs/demonstration/director.ts';
import { tellStory, wholeStory } from '../jobs/demonstration/load-demonstration.ts';
import { ownPageLine } from '../modules/matching/own-page/own-page-line-step.ts';
import { claimForDemonstration } from '../modules/people/demonstration/claim.ts';
import { demonstration } from '../modules/people/demonstration/demonstration.ts';
import { createApp } from '../platform/app.ts';
import { verifyAuditChain } from '../platform/audit.ts';
import { settableClock, systemClock } from '../platform/clock.ts';
import { createLog } from '../platform/log.ts';
import { migrate } from '../platform/migrate.ts';
import { openScratch, type Scratch } from '../platform/postgres/scratch.ts';
import { ensureSetupToken } from '../platform/setup-token.ts';
import { say } from './command-line.ts';

const secret = randomBytes(32).toString('hex');

/**
 * Tells the whole story as of each of the next days, today first, each at another hour of the day and in a database
 * of its own. Gives how many days did not work.
 */
export async function checkDemonstration(days: number): Promise<number> {
  const scratch = await openScratch(secret);
  let failed = 0;
  try {
    const { owner } = await scratch.create('story_template');
    await migrate(owner);
    const { zone } = demonstration;
    const today = systemClock.today(zone);
    for (let at = 0; at < days; at += 1) {
      // Seven hours on each day: after 24 days every hour has had its turn.
      const hour = String((at * 7) % 24).padStart(2, '0');
      const now = at === 0 ? systemClock.now() : instantOf(addDays(today, at), `${hour}:30`, zone);
      const words = await tellAsOf(scratch, now);
      const isWell = words === null;
      if (!isWell) failed += 1;
      say(`${isWell ? 'ok    ' : 'FAILED'} ${formatInstant(now, zone)}${words ?? ''}`);
    }
  } finally {
    await scratch.close();
  }
  say(
    failed === 0
      ? `The story holds on ${days} ${days === 1 ? 'day' : 'days'}, until ${formatDate(addDays(systemClock.today(demonstration.zone), days - 1))}.`
      : `The story fails on ${failed} of ${days} days.`,
  );
  return failed;
}

/** What went wrong, in lines; null when the story was told whole. */
async function tellAsOf(scratch: Scratch, now: string): Promise<string | null> {
  const connections = await scratch.create('story', 'story_template');
  const { app, start, close } = createApp({
    connections,
    url: 'http://localhost:3000',
    secret,
    smtpUrl: null,
    letterEnd: ownPageLine,
    jobs: allJobs,
    log: createLog({ level: 'fatal' }),
    clock: settableClock(now),
    maxConnections: 4,
  });
  try {
    await start({ work: false });
    const token = await ensureSetupToken(connections.owner);
    const org = await claimForDemonstration(app, token ?? '');
    const { cut } = await tellStory(app, org, { size: wholeStory, seed: 0 });
    const { fault } = await app.database.read(org.orgId, (tx) =>
      verifyAuditChain(tx, { app, orgId: org.orgId }),
    );
    const lines = cut.map(sceneWords);
    if (fault) lines.push(`audit entry ${fault.seq}: ${fault.why}`);
    return lines.length === 0 ? null : lines.map((line) => `\n         ${line}`).join('');
  } catch (error) {
    return `\n         ${(error as Error).stack ?? String(error)}`;
  } finally {
    await close();
    await scratch.drop('story');
  }
}

function sceneWords({ script, at, refusal }: CutScene): string {
  const fields = Object.entries(refusal.fields).map(([name, words]) => `${name}: ${words}`);
  return [`${script} on ${formatDate(dateInZone(at, 'UTC'))}: ${refusal.message}`, ...fields].join(
    ' ',
  );
}
