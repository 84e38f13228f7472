import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeProgrammeDesk } from '../../../../test/factories/programme-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { setMentoring } from './set-mentoring.ts';

const app = await createTestApp();
const mentoring = {
  version: 1,
  mentoringModel: 'board',
  mentorChoice: 'firm-chooses',
  cadence: { 'pre-start': 7, 'start-up': 7, early: 14, growth: 28, 'scale-up': 28, mature: 91 },
  answerDays: 5,
  introductionDays: 10,
  decisionDays: 15,
} as const;

test('the model, who chooses the mentor, days between contacts and the clocks are set together', async () => {
  const { programmeId, ...desk } = await makeProgrammeDesk(app);
  await setMentoring(desk.manager, { programmeId, ...mentoring });
  expect(await desk.row()).toMatchObject({
    mentoring_model: 'board',
    mentor_choice: 'firm-chooses',
    cadence: mentoring.cadence,
    answer_days: 5,
    introduction_days: 10,
    decision_days: 15,
    setup_step: 'review',
  });
  expect(await desk.audited('set-mentoring')).toMatchObject([
    { changes: { mentoringModel: 'board', mentorChoice: 'firm-chooses' } },
  ]);
});

test('a programme in which nobody has said otherwise decides case by case', async () => {
  const desk = await makeProgrammeDesk(app);
  expect(await desk.row()).toMatchObject({ mentor_choice: 'case-by-case' });
});

test('refuses outsiders, 0 days, a stale version and a closed programme', async () => {
  const { programmeId, ...desk } = await makeProgrammeDesk(app);
  const input = { programmeId, ...mentoring };
  await expectWalls(desk.world, setMentoring, input);
  await expect(
    setMentoring(desk.manager, { ...input, cadence: { ...mentoring.cadence, early: 0 } }),
  ).rejects.toMatchObject({ fields: { 'cadence.early': 'At least one day.' } });
  await expect(setMentoring(desk.manager, { ...input, version: 2 })).rejects.toMatchObject({
    code: 'conflict',
  });
  const closed = await makeProgrammeDesk(app, 'closed');
  await expect(
    setMentoring(closed.manager, { ...input, programmeId: closed.programmeId }),
  ).rejects.toMatchObject({ code: 'precondition' });
});
