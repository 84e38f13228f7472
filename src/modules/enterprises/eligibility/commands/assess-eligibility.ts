import { z } from 'zod';
import { invalid, precondition } from '../../../../kernel/errors.ts';
import { command } from '../../../../platform/command.ts';
import { programmeById } from '../../../programmes/reads.ts';
import { prose, recordId } from '../../inputs.ts';
import { enterprisePermissions } from '../../permissions.ts';
import { enrolmentForUpdate } from '../../reads.ts';
import { enterpriseForUpdate, updateEnterprise } from '../../store.ts';
import { enteredFacts, yearProblems } from '../stored-facts.ts';
import { recordTests } from '../store.ts';

/** Enters the facts or the judgement for one named test, with its evidence, and works the tests out. */
export const assessEligibility = command({
  name: 'assess-eligibility',
  permission: enterprisePermissions.eligibility.assess,
  input: z.strictObject({
    enrolmentId: recordId,
    facts: enteredFacts,
    evidence: prose(2000).default(''),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentForUpdate(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    if (enrolment.state === 'closed' || enrolment.state === 'withdrawn') {
      throw precondition('This enterprise has left the programme. Reopen it first.');
    }
    const programme = await programmeById(tx, enrolment.programmeId);
    const { test, ...facts } = input.facts;
    if (input.facts.test === 'size') {
      const problems = yearProblems(input.facts, ctx.clock.today(programme.zone));
      if (problems) throw invalid(problems);
    }
    if (input.facts.test === 'trading-age') {
      const { tradingSince } = input.facts;
      const firm = await enterpriseForUpdate(tx, enrolment.enterpriseId);
      if (tradingSince !== firm.trading_since) {
        await updateEnterprise(tx, firm.id, { trading_since: tradingSince });
      }
    }
    const results = await recordTests(tx, ctx, enrolment, programme, {
      test,
      facts,
      evidence: input.evidence,
    });
    const result = results.find((each) => each.test === test);
    await audit({
      subject: ['enrolment', enrolment.id],
      changes: { test, result: result?.result ?? 'missing' },
    });
    return {
      enrolmentId: enrolment.id,
      test,
      result: result?.result ?? 'missing',
      missing: result?.missing ?? [],
    };
  },
});
