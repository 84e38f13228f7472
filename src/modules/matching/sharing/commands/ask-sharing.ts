import { z } from 'zod';
import { precondition } from '../../../../kernel/errors.ts';
import { command } from '../../../../platform/command.ts';
import { makeLink } from '../../../../platform/links.ts';
import { enrolmentForUpdate } from '../../../enterprises/reads.ts';
import { tooSoon } from '../../asks/question.ts';
import { lastLetter } from '../../asks/question-rows.ts';
import { personOfEnterprise } from '../../correspondent-rows.ts';
import { matchingPermissions } from '../../permissions.ts';
import { sendTo } from '../../send-to-step.ts';
import { sharingSaid } from '../reads.ts';
import { sharingLetter } from '../sharing-letter.ts';

/** Asks firms by letter when a mentor may learn who they are: those that have not said so, one letter each. */
export const askSharing = command({
  name: 'ask-sharing',
  permission: matchingPermissions.sharing.ask,
  input: z.strictObject({
    enrolmentIds: z.array(z.uuid()).min(1, 'Tick at least one enterprise.').max(500),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const asked: string[] = [];
    const without: string[] = [];
    let refusal = 'These enterprises have said it already, or have left.';
    for (const id of [...new Set(input.enrolmentIds)].toSorted((a, b) => (a < b ? -1 : 1))) {
      const enrolment = await enrolmentForUpdate(tx, id);
      const { programmeId, enterpriseId, enterpriseName, state } = enrolment;
      allow({ programmeId, enterpriseId });
      const isOpen = state === 'applied' || state === 'eligible';
      if (!isOpen || (await sharingSaid(tx, id)) !== null) continue;
      const person = await personOfEnterprise(tx, enterpriseId);
      const about = ['enrolment', id] as const;
      const last = person && (await lastLetter(tx, { kind: 'sharing', about }, person.personId));
      const soon = tooSoon(last, ctx.clock.now(), ctx.org.zone);
      if (soon !== null) {
        refusal = soon;
        continue;
      }
      const link = await makeLink(tx, ctx, {
        ...{ purpose: 'say-sharing', personId: person?.personId, subjectId: id, days: 60 },
      });
      const words = sharingLetter({
        name: person?.name ?? '',
        enterprise: enterpriseName,
        organisation: ctx.org.name,
        url: link.url,
      });
      const isSent = await sendTo(tx, ctx, person, words, {
        ...{ kind: 'ask-sharing', about, enrolmentId: id },
      });
      if (isSent) asked.push(id);
      else without.push(enterpriseName);
    }
    if (asked.length === 0) {
      throw precondition(
        without.length > 0
          ? 'No letter could be sent: nobody of the enterprise has a mail address. Add one first.'
          : refusal,
      );
    }
    await audit({ subject: ['enrolment', asked[0] ?? ''], changes: { asked } });
    return { asked: asked.length, without };
  },
});
