import { addMinutes, dateInZone, daysBetween, type Instant } from '../../kernel/calendar.ts';
import { precondition } from '../../kernel/errors.ts';
import { loadDemonstration, openingDay } from '../../modules/people/demonstration/demonstration.ts';
import { keepStory } from '../../modules/people/demonstration/keep-story-step.ts';
import {
  findDemonstration,
  loadState,
  storySeed,
} from '../../modules/people/demonstration/reads.ts';
import { appendAudit } from '../../platform/audit.ts';
import type { App, Organisation } from '../../platform/context.ts';
import type { JobDefinition } from '../../platform/jobs.ts';
import { systemActor } from '../../platform/permission.ts';
import { liveApplicant, otherFates } from './applicants.ts';
import { fillApplication } from './applications.ts';
import { openAutumnNeeds } from './autumn-needs.ts';
import type { Company } from './company.ts';
import { createDealer } from './dealer.ts';
import type { CutScene } from './director.ts';
import { answerFits, leaveMisfits } from './fit-answers.ts';
import { firmCast } from './firm-cast.ts';
import { liveFirm } from './firm-life.ts';
import { recruitMentors } from './mentors.ts';
import { openProgramme } from './programme.ts';
import { sendAllocation } from './sent-allocation.ts';
import { bringStaff } from './staff.ts';
import { createStage, type Size, type Stage, type Story } from './stage.ts';
import { holdWorkshops } from './workshops.ts';

export const wholeStory: Size = { mentors: 22, firms: 40, applicants: 60, months: 14 };

/** Fills a demonstration's organisation, once. A story that was cut off is not gone on with. */
export const loadDemonstrationJob: JobDefinition = {
  name: loadDemonstration,
  retryLimit: 0,
  async run(app, { orgId }) {
    const org = await app.database.anonymous(findDemonstration);
    if (org === null || org.orgId !== orgId) return;
    const { state, seed } = await app.database.read(org.orgId, async (tx) => ({
      state: (await loadState(tx, app)).state,
      seed: await storySeed(tx),
    }));
    if (state === 'loaded') return;
    if (state === 'loading') throw precondition('The demonstration is being loaded already.');
    try {
      const { cut } = await tellStory(app, org, { size: wholeStory, seed });
      for (const { script, at, refusal } of cut) {
        app.log.warn({ err: refusal, script, at }, 'a scene of the demonstration was refused');
      }
    } catch (error) {
      app.log.error({ err: error }, 'the demonstration could not be told to its end');
      await keep(app, org, { state: 'failed', failure: (error as Error).message });
      throw error;
    }
  },
};

/** Tells the story of an empty demonstration organisation through the commands, ending now. */
export async function tellStory(
  app: App,
  org: Organisation,
  story: Story,
): Promise<{ cut: readonly CutScene[] }> {
  const { size } = story;
  const opening = openingDay(app.clock.today(org.zone), size.months);
  const stage = createStage(app, org, story, opening);
  const admin = await stage.read((tx) =>
    tx
      .selectFrom('role_grant')
      .select('person_id')
      .where('role', '=', 'admin')
      .executeTakeFirstOrThrow(),
  );
  const staff = await bringStaff(stage, await stage.as(admin.person_id));
  const programmeId = await openProgramme(stage, await stage.as(staff.managerId));
  const company: Company = {
    stage,
    staff,
    programmeId,
    mentors: new Map(),
    supported: [],
    deal: createDealer(),
  };
  stage.add('mentors', recruitMentors(company));
  stage.add('workshops', holdWorkshops(company));
  stage.add('autumn needs', openAutumnNeeds(company));
  stage.add('allocation', sendAllocation(company));
  stage.add('fit', answerFits(company));
  const first = size.firstFirm ?? 0;
  const firms = firmCast.slice(first, first + size.firms);
  const span = daysBetween(opening, stage.today);
  const gap = Math.max(1, (span - 90) / Math.max(1, firms.length));
  for (const [at, part] of firms.entries()) {
    stage.add(part.name, liveFirm(company, part, at, 21 + Math.floor(at * gap)));
  }
  for (let at = 0; at < size.applicants; at += 1) {
    stage.add(`applicant ${at}`, liveApplicant(company, at, 'to-come'));
  }
  for (let at = 0; at < size.applicants / 5; at += 1) {
    stage.add(`application ${at}`, fillApplication(company, at));
  }
  for (const [n, fate] of otherFates.entries()) {
    if (size.applicants <= 10 * n) continue;
    stage.add(fate, liveApplicant(company, size.applicants + n, fate));
  }
  await stage.play(app.clock.now(), reporter(app, stage));
  await leaveMisfits(company);
  await app.database.tenant(org.orgId, (tx) =>
    appendAudit(
      tx,
      { app, orgId: org.orgId, actor: systemActor, clock: app.clock },
      loadDemonstration,
      {
        subject: ['organisation', org.orgId],
        changes: { ...size },
      },
    ),
  );
  await keep(app, org, { state: 'told' });
  return { cut: stage.cut };
}

/** Keeps how far it is, at each per cent of the way and every ten seconds. */
function reporter(app: App, { org, opening, today }: Stage) {
  const whole = Math.max(1, daysBetween(opening, today));
  let said = -1;
  let next = app.clock.now();
  return async (at: Instant): Promise<void> => {
    const reached = dateInZone(at, org.zone);
    const percent = Math.max(0, Math.round((daysBetween(opening, reached) * 100) / whole));
    if (percent === said && app.clock.now() < next) return;
    said = percent;
    next = addMinutes(app.clock.now(), 1 / 6);
    await keep(app, org, { state: 'telling', reached, percent: Math.min(99, percent) });
  };
}

function keep(app: App, { orgId }: Organisation, told: Parameters<typeof keepStory>[2]) {
  return app.database.tenant(orgId, (tx) => keepStory(tx, { orgId, clock: app.clock }, told));
}
