import { answerFitCheck } from '../../modules/matching/fit/commands/answer-fit-check.ts';
import { answerMentorFitCheck } from '../../modules/matching/fit/commands/answer-mentor-fit-check.ts';
import { askFits } from '../../modules/matching/fit/commands/ask-fits.ts';
import { giveFeedback } from '../../modules/matching/fit/commands/give-feedback.ts';
import { questionsForEnterprises, questionsForMentor } from '../../modules/matching/fit/reads.ts';
import { systemActor } from '../../platform/permission.ts';
import type { Company } from './company.ts';
import type { Script } from './director.ts';
import type { Random } from './random.ts';
import { unlessRefused } from './refused.ts';

/** Each month both sides of new matches are asked whether they fit, and most answer. */
export async function* answerFits(company: Company): Script {
  const random = company.stage.random('fit');
  for (;;) {
    yield company.stage.later(28, '08:40');
    await ask(company);
    yield company.stage.later(1, '18:10');
    await answerAll(company, random);
  }
}

/** On the last day two firms say that it does not fit, and others have yet to answer. */
export async function leaveMisfits(company: Company): Promise<void> {
  await ask(company);
  let left = 2;
  for (const firm of company.supported) {
    const open = await company.stage.read((tx) => questionsForEnterprises(tx, [firm.enterpriseId]));
    const check = open.find((one) => one.kind === 'fit');
    if (!check || left === 0) continue;
    left -= 1;
    const lead = await company.stage.as(firm.leadId);
    const note = left === 1 ? 'Knows a lot, but not our trade.' : 'We never find a time.';
    await unlessRefused(answerFitCheck(lead, { checkId: check.id, answer: 'not-good', note }));
  }
}

async function ask({ stage, staff }: Company): Promise<void> {
  await askFits({ ...(await stage.as(staff.managerId)), actor: systemActor }, {});
}

async function answerAll({ stage, supported, mentors }: Company, random: Random): Promise<void> {
  const saysGood = () => (random.chance(0.85) ? 'good' : 'undecided');
  for (const firm of supported) {
    const lead = await stage.as(firm.leadId);
    for (const one of await stage.read((tx) => questionsForEnterprises(tx, [firm.enterpriseId]))) {
      if (!random.chance(0.8)) continue;
      if (one.kind === 'fit') {
        await unlessRefused(answerFitCheck(lead, { checkId: one.id, answer: saysGood() }));
      } else {
        const relation = random.between(3, 5);
        const outcome = random.between(2, 5);
        await unlessRefused(giveFeedback(lead, { feedbackId: one.id, relation, outcome }));
      }
    }
  }
  for (const [mentorId, personId] of mentors) {
    const mentor = await stage.as(personId);
    for (const one of await stage.read((tx) => questionsForMentor(tx, mentorId))) {
      if (!random.chance(0.8)) continue;
      await unlessRefused(answerMentorFitCheck(mentor, { checkId: one.id, answer: saysGood() }));
    }
  }
}
