import { newId } from '../../src/kernel/ids.ts';
import { addDocument } from '../../src/modules/enterprises/commands/add-document.ts';
import { recordMeasure } from '../../src/modules/enterprises/commands/record-measure.ts';
import { writePrivateNote } from '../../src/modules/enterprises/commands/write-private-note.ts';
import { askNoteOpening } from '../../src/modules/enterprises/note-openings/commands/ask-note-opening.ts';
import { assessEligibility } from '../../src/modules/enterprises/eligibility/commands/assess-eligibility.ts';
import { putRowAside } from '../../src/modules/diagnosis/aside/commands/put-row-aside.ts';
import { logContact } from '../../src/modules/diagnosis/commands/log-contact.ts';
import { scoreDiagnosis } from '../../src/modules/diagnosis/commands/score-diagnosis.ts';
import { startDiagnosis } from '../../src/modules/diagnosis/commands/start-diagnosis.ts';
import { addComment } from '../../src/modules/impact/commands/add-comment.ts';
import { recordOutput } from '../../src/modules/impact/commands/record-output.ts';
import { barPair } from '../../src/modules/matching/commands/bar-pair.ts';
import { editAllocation } from '../../src/modules/matching/allocation/commands/edit-allocation.ts';
import { publishAllocation } from '../../src/modules/matching/allocation/commands/publish-allocation.ts';
import { startAllocation } from '../../src/modules/matching/allocation/commands/start-allocation.ts';
import { offerMatch } from '../../src/modules/matching/commands/offer-match.ts';
import { askFits } from '../../src/modules/matching/fit/commands/ask-fits.ts';
import { raiseRematch } from '../../src/modules/matching/rematch/commands/raise-rematch.ts';
import { setScoreWeights } from '../../src/modules/matching/commands/set-score-weights.ts';
import { sendShortlist } from '../../src/modules/matching/commands/send-shortlist.ts';
import { defaultWeights } from '../../src/modules/matching/weights.ts';
import { declareConflict } from '../../src/modules/mentors/commands/declare-conflict.ts';
import { recordWorkingStyle } from '../../src/modules/mentors/commands/record-working-style.ts';
import { copyRuleSet } from '../../src/modules/programmes/commands/copy-rule-set.ts';
import { logSession } from '../../src/modules/sessions/commands/log-session.ts';
import type { TestApp } from '../factories/app.ts';
import { keepForm } from '../../src/platform/kept-forms.ts';
import { makeMatch, makeMentor } from '../factories/matches.ts';
import { usualSession } from '../factories/session-desk.ts';
import { makeWorld } from '../factories/world.ts';
import { markerOf } from './text-rules.ts';

/** An organisation in which every page of one enterprise, mentor and programme has something to show. */
export async function makeScene(app: TestApp, mark: string) {
  const world = await makeWorld(app, { organisation: `Scene ${mark}` });
  const { programme } = world;
  const inProgramme = { programmeId: programme.id };
  const leadPerson = await world.person({ roles: ['participant'], ...inProgramme });
  const enterprise = await world.enterprise({ lead: leadPerson });
  const adviserPerson = await world.person({ roles: ['adviser'], ...inProgramme });
  const enrolment = await world.enrolment({ enterprise, adviser: adviserPerson });
  const mentorPerson = await world.person({ roles: ['mentor'], ...inProgramme });
  const matched = await makeMentor(world, {
    person: mentorPerson,
    expertise: { finance: 4, export: 4, operations: 4 },
  });
  const need = await world.need({ enrolment, state: 'introduced' });
  const match = await makeMatch(world, { need, mentor: matched });
  const openNeed = await world.need({ enrolment, area: 'customers' });
  const adviser = await world.ctxFor(adviserPerson);
  const mentor = await world.ctxFor(mentorPerson);
  const lead = await world.ctxFor(leadPerson);
  const manager = await world.ctxAs('manager');
  const place = { enrolmentId: enrolment.id };

  const note = markerOf(mark, 'private_note.body');
  await writePrivateNote(adviser, { ...place, body: note });
  await askNoteOpening(manager, { ...place, reason: 'The firm rings about a complaint.' });
  const { documentId } = await addDocument(adviser, {
    ...place,
    kind: 'accounts',
    title: 'Accounts to March 2026',
    fileName: 'accounts.csv',
    bytes: new TextEncoder().encode('Turnover,480000\n'),
  });
  await recordMeasure(adviser, {
    ...place,
    kind: 'turnover',
    amount: 48_000_000,
    yearEndsOn: '2026-03-31',
    attribution: 'x',
  });
  await assessEligibility(adviser, {
    ...place,
    facts: { test: 'difficulty', isInsolvent: false, capitalMinor: null, lossesMinor: null },
  });
  // Asked for while the firm was still an applicant.
  await app.database.tenant(world.orgId, async (tx) => {
    await tx
      .insertInto('eligibility_override')
      .values({
        org_id: world.orgId,
        id: newId(),
        enrolment_id: enrolment.id,
        test: 'size',
        reason: 'x',
        requested_by: adviserPerson.id,
        requested_at: app.clock.now(),
      })
      .execute();
    const figures = [
      {
        ...{ measureId: newId(), kind: 'turnover', amount: 48_000_000, currency: 'GBP' },
        ...{ yearEndsOn: '2026-03-31', source: 'accounts' },
      },
    ];
    const frozen = { org_id: world.orgId, enrolment_id: enrolment.id };
    await tx
      .insertInto('baseline')
      .values({ ...frozen, figures: JSON.stringify(figures), frozen_at: app.clock.now() })
      .execute();
    await tx
      .insertInto('baseline_correction')
      .values({
        ...{ ...frozen, id: newId(), kind: 'turnover', before: 480_000_000, amount: 48_000_000 },
        ...{ reason: 'x', asked_by: adviserPerson.id, asked_at: app.clock.now(), answer: 'x' },
      })
      .execute();
    const stated = { org_id: world.orgId, enrolment_id: enrolment.id, words: 'x' };
    await tx
      .insertInto('stated_fact')
      .values(
        (['relation', 'subsidy', 'need'] as const).map((kind) => ({
          ...stated,
          id: newId(),
          kind,
          stated_on: '2026-09-01',
        })),
      )
      .execute();
  });
  await recordWorkingStyle(lead, { enterpriseId: enterprise.id, axes: { T1: 3 }, wish: 'x' });
  const { diagnosisId } = await startDiagnosis(adviser, { ...place, statedNeed: 'x' });
  await scoreDiagnosis(adviser, {
    diagnosisId,
    version: 1,
    realNeed: 'x',
    scores: [{ area: 'export', maturity: 1, importance: 3, urgency: 2, note: 'x' }],
  });
  await logContact(adviser, { ...place, kind: 'call', achieved: 'x', hasIssueChanged: true });
  const { sessionId } = await logSession(mentor, {
    matchId: match.id,
    ...usualSession,
    enterprise: { attendance: 'late', reason: 'x' },
    mentor: { attendance: 'late', reason: 'x' },
    actions: [{ title: 'x', owner: 'enterprise' }],
    remark: markerOf(mark, 'session_remark.body'),
  });
  const { outputId } = await recordOutput(adviser, {
    ...place,
    indicator: 'C8',
    value: 1,
    achievedOn: '2026-11-02',
    statement: 'x',
  });
  await addComment(lead, { ...place, body: 'x' });
  const [second, third, barred] = [
    await makeMentor(world, { expertise: { customers: 5, finance: 5 } }),
    await makeMentor(world, { expertise: { customers: 4 } }),
    await makeMentor(world, { expertise: { customers: 3 } }),
  ];
  const { shortlistId } = await sendShortlist(adviser, {
    needId: openNeed.id,
    mentorIds: [second.id, third.id],
    message: 'x',
  });
  const offered = await world.need({ enrolment, area: 'export' });
  const { offerId } = await offerMatch(adviser, {
    needId: offered.id,
    mentorId: matched.id,
    overrideReason: 'x',
  });
  const proposed = await world.need({ enrolment, area: 'operations' });
  const { allocationId } = await startAllocation(adviser, { programmeId: programme.id });
  await editAllocation(adviser, {
    allocationId,
    version: 1,
    kind: 'pause',
    mentorId: matched.id,
  });
  await publishAllocation(adviser, {
    allocationId,
    version: 2,
    pairs: [{ needId: proposed.id, mentorId: matched.id, way: 'offer' }],
  });
  await barPair(adviser, { ...place, mentorId: barred.id, cause: 'staff', reason: 'x' });
  await declareConflict(adviser, {
    mentorId: matched.id,
    enterpriseId: (await world.enterprise()).id,
    kind: 'client',
    note: 'x',
  });
  const past = await makeMatch(world, {
    need: await world.need({ enrolment, area: 'legal', state: 'closed' }),
    from: '2026-02-02',
    to: '2026-06-01',
  });
  const refused = await world.enrolment({
    enterprise: await world.enterprise({ lead: leadPerson }),
    state: 'not-eligible',
  });
  await setScoreWeights(manager, {
    ...inProgramme,
    weights: { ...defaultWeights, stage: 11, training: 2 },
    reason: 'x',
  });
  const { ruleSetId } = await copyRuleSet(manager, { code: 'ukspf' });
  const runId = newId();
  const applicationId = newId();
  await app.database.tenant(world.orgId, async (tx) => {
    // Written as it is: the command would take the offer and the list back, and they are to be seen, too.
    await tx.updateTable('mentor').set({ state: 'paused' }).where('id', '=', matched.id).execute();
    await tx
      .insertInto('import_run')
      .values({
        org_id: world.orgId,
        id: runId,
        programme_id: programme.id,
        kind: 'enterprises',
        file_name: 'firms.csv',
        file_sha256: 'x',
        headers: JSON.stringify(['Name']),
        state: 'done',
      })
      .execute();
    await tx
      .insertInto('application')
      .values({
        org_id: world.orgId,
        id: applicationId,
        programme_id: programme.id,
        applicant_name: 'Nia Rees',
        applicant_email: 'nia@example.org',
      })
      .execute();
  });
  await app.database.tenant(world.orgId, async (tx) => {
    await tx
      .insertInto('role_request')
      .values({
        org_id: world.orgId,
        id: newId(),
        person_id: adviserPerson.id,
        role: 'manager',
        ...{ programme_id: programme.id, reason: 'x' },
        requested_by: manager.actor.personId ?? '',
        requested_at: app.clock.now(),
      })
      .execute();
  });
  await askFits(world.systemCtx(), {});
  await app.database.tenant(world.orgId, (tx) =>
    tx
      .updateTable('shortlist_mentor')
      .set({ refused_for: 'need', refusal: 'x' })
      .where('mentor_id', '=', third.id)
      .execute(),
  );
  await putRowAside(manager, {
    ...inProgramme,
    rowKey: `override/${enrolment.id}/size`,
    cause: app.clock.now(),
    reason: 'x',
  });
  const bare = await app.database.read(world.orgId, (tx) =>
    tx
      .selectFrom('offer')
      .select('id')
      .where('need_id', '=', proposed.id)
      .executeTakeFirstOrThrow(),
  );
  await raiseRematch(adviser, { matchId: match.id, note: 'x' });
  const feedbackId = newId();
  await app.database.tenant(world.orgId, async (tx) => {
    await tx
      .insertInto('mentor_feedback')
      .values({
        org_id: world.orgId,
        id: feedbackId,
        match_id: match.id,
        occasion: 'third-session',
        asked_at: app.clock.now(),
      })
      .execute();
  });
  const checks = await app.database.read(world.orgId, (tx) =>
    tx.selectFrom('fit_check').select(['id', 'side']).execute(),
  );
  const checkOf = (side: string) => checks.find((each) => each.side === side)?.id ?? '';
  const grant = await app.database.read(world.orgId, (tx) =>
    tx
      .selectFrom('role_grant')
      .select('id')
      .where('person_id', '=', leadPerson.id)
      .executeTakeFirstOrThrow(),
  );

  const kept = await keepForm(lead, {
    path: `/o/${world.org.slug}/my/figures`,
    values: { do: 'comment', body: 'They helped us a lot.' },
    hadFiles: false,
  });
  return {
    world,
    mark,
    firmName: enterprise.name,
    adviser,
    manager,
    mentor,
    people: { lead: leadPerson, mentor: mentorPerson, adviser: adviserPerson },
    ids: {
      enrolmentId: enrolment.id,
      openNeedId: openNeed.id,
      outputId,
      sessionId,
      matchId: match.id,
    },
    second,
    third,
    bareOfferId: bare.id,
    /** What stands in the addresses of pages. */
    params: {
      kept: kept ?? '',
      org: world.org.slug,
      programme: programme.slug,
      enrolment: enrolment.id,
      person: leadPerson.id,
      grant: grant.id,
      ruleSet: ruleSetId,
      mentor: matched.id,
      section: 'about',
      test: 'size',
      document: documentId,
      number: '1',
      need: openNeed.id,
      diagnosis: diagnosisId,
      session: sessionId,
      offer: offerId,
      allocation: allocationId,
      file: 'input',
      match: match.id,
      shortlist: shortlistId,
      check: checkOf('enterprise'),
      mentorCheck: checkOf('mentor'),
      feedback: feedbackId,
      indicator: 'C8',
      run: runId,
      application: applicationId,
    } as Readonly<Record<string, string>>,
    /** Records in another state, whose pages show other texts. */
    paramsOfPast: { match: past.id, enrolment: refused.id, offer: bare.id } as Readonly<
      Record<string, string>
    >,
  };
}

export type Scene = Awaited<ReturnType<typeof makeScene>>;
