import { daysBetween } from '../../kernel/calendar.ts';
import { precondition } from '../../kernel/errors.ts';
import { loadDemonstration, openingDay } from '../../modules/people/demonstration/demonstration.ts';
import { findDemonstration, loadState } from '../../modules/people/demonstration/reads.ts';
import { appendAudit } from '../../platform/audit.ts';
import type { App, Organisation } from '../../platform/context.ts';
import type { JobDefinition } from '../../platform/jobs.ts';
import { systemActor } from '../../platform/permission.ts';
import { liveApplicant, otherFates } from './applicants.ts';
import { fillApplication } from './applications.ts';
import { openAutumnNeeds } from './autumn-needs.ts';
import type { Company } from './company.ts';
import { answerFits, leaveMisfits } from './fit-answers.ts';
import { firmCast } from './firm-cast.ts';
import { liveFirm } from './firm-life.ts';
import { recruitMentors } from './mentors.ts';
import { openProgramme } from './programme.ts';
import { bringStaff } from './staff.ts';
import { createStage, type Size } from './stage.ts';
import { holdWorkshops } from './workshops.ts';

const wholeStory: Size = { mentors: 22, firms: 40, applicants: 60, months: 14 };

/** Fills a demonstration's organisation, once. A story that was cut off is not gone on with. */
export const loadDemonstrationJob: JobDefinition = {
  name: loadDemonstration,
  retryLimit: 0,
  async run(app, { orgId }) {
    const org = await app.database.anonymous(findDemonstration);
    if (org === null || org.orgId !== orgId) return;
    const { state } = await app.database.read(org.orgId, (tx) =>
      loadState(tx, { clock: app.clock, org }),
    );
    if (state === 'loaded') return;
    if (state === 'loading') {
      throw precondition(
        'Loading the demonstration was cut off. Remove it and load it again: npm run espalier -- demo --again',
      );
    }
    await tellStory(app, org, wholeStory);
  },
};

/** Tells the story of an empty demonstration organisation through the commands, ending now. */
export async function tellStory(app: App, org: Organisation, size: Size): Promise<void> {
  const opening = openingDay(app.clock.today(org.zone), size.months);
  const stage = createStage(app, org, size, opening);
  const admin = await stage.read((tx) =>
    tx
      .selectFrom('role_grant')
      .select('person_id')
      .where('role', '=', 'admin')
      .executeTakeFirstOrThrow(),
  );
  const staff = await bringStaff(stage, await stage.as(admin.person_id));
  const programmeId = await openProgramme(stage, await stage.as(staff.managerId));
  const company: Company = { stage, staff, programmeId, mentors: new Map(), supported: [] };
  stage.add(recruitMentors(company));
  stage.add(holdWorkshops(company));
  stage.add(openAutumnNeeds(company));
  stage.add(answerFits(company));
  const firms = firmCast.slice(0, size.firms);
  const span = daysBetween(opening, stage.today);
  const gap = Math.max(1, (span - 90) / Math.max(1, firms.length));
  for (const [at, part] of firms.entries()) {
    stage.add(liveFirm(company, part, at, 21 + Math.floor(at * gap)));
  }
  for (let at = 0; at < size.applicants; at += 1) {
    stage.add(liveApplicant(company, at, 'to-come'));
  }
  for (let at = 0; at < size.applicants / 5; at += 1) stage.add(fillApplication(company, at));
  for (const [n, fate] of otherFates.entries()) {
    if (size.applicants > 10 * n) stage.add(liveApplicant(company, size.applicants + n, fate));
  }
  await stage.play(app.clock.now());
  await leaveMisfits(company);
  await app.database.tenant(org.orgId, (tx) =>
    appendAudit(tx, { actor: systemActor, clock: app.clock }, loadDemonstration, {
      subject: ['organisation', org.orgId],
      changes: { ...size },
    }),
  );
}
