import { z } from 'zod';
import { precondition } from '../../../../kernel/errors.ts';
import { command } from '../../../../platform/command.ts';
import { matchingPermissions } from '../../permissions.ts';
import { questionKinds, tooSoon } from '../question.ts';
import { lastLetter, personAsked, questionInPlace } from '../question-rows.ts';
import { sendAgain } from '../send-again-step.ts';

/** Staff send a question that waits once more, with a new link, to whoever is asked now. */
export const sendQuestionAgain = command({
  name: 'send-question-again',
  permission: matchingPermissions.question.sendAgain,
  input: z.strictObject({ kind: z.enum(questionKinds), questionId: z.uuid() }),
  async run({ ctx, tx, input, allow, audit }) {
    const question = await questionInPlace(tx, input.kind, input.questionId, { locks: true });
    allow({ programmeId: question.programmeId, enterpriseId: question.enterpriseId });
    if (question.refusal !== null) throw precondition(question.refusal);
    const person = await personAsked(tx, question);
    if (person !== null) {
      const last = await lastLetter(tx, question, person.personId);
      const refusal = tooSoon(last, ctx.clock.now(), ctx.org.zone);
      if (refusal !== null) throw precondition(refusal);
    }
    const isSent = person !== null && (await sendAgain(tx, ctx, question));
    if (!isSent) {
      throw precondition(
        question.mentorId === null
          ? 'No letter could be sent: nobody of the enterprise has a mail address. Add one first.'
          : 'No letter could be sent: the mentor has no mail address. Add one first.',
      );
    }
    await audit({
      subject: question.about,
      changes: { question: question.kind, to: person.personId },
    });
    return { name: person.name };
  },
});
