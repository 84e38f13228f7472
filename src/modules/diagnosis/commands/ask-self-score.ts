import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { makeLink } from '../../../platform/links.ts';
import { queueMail } from '../../../platform/mail/outbox.ts';
import { whomToRing } from '../../enterprises/advising/reads.ts';
import { addresseeOf, enterpriseById } from '../../enterprises/reads.ts';
import { selfScoreLetter } from '../mails.ts';
import { diagnosisPermissions } from '../permissions.ts';
import { draftDiagnosisForUpdate } from '../store.ts';

/** Mails the firm a link to score itself; it works until the diagnosis is complete, at most 30 days. */
export const askSelfScore = command({
  name: 'ask-self-score',
  permission: diagnosisPermissions.diagnosis.write,
  input: z.strictObject({ diagnosisId: z.uuid() }),
  async run({ ctx, tx, input, allow, audit }) {
    const diagnosis = await draftDiagnosisForUpdate(tx, input.diagnosisId);
    allow({ programmeId: diagnosis.programme_id, enterpriseId: diagnosis.enterprise_id });
    const to = await addresseeOf(tx, diagnosis.enterprise_id);
    if (!to) throw precondition('Nobody of this enterprise has a mail address. Add one first.');
    const enterprise = await enterpriseById(tx, diagnosis.enterprise_id);
    const { url } = await makeLink(tx, ctx, {
      purpose: 'self-score',
      personId: to.personId,
      subjectId: diagnosis.id,
      days: 30,
    });
    const enrolmentId = diagnosis.enrolment_id;
    const adviser = await whomToRing(tx, ctx.clock.now(), { enrolmentId });
    await queueMail(tx, ctx, {
      to: { personId: to.personId, address: to.email, name: to.name },
      ...selfScoreLetter({
        addressee: to.name,
        enterprise: enterprise.name,
        organisation: ctx.org.name,
        url,
      }),
      about: ['diagnosis', diagnosis.id],
      answersTo: adviser?.personId,
    });
    await audit({ subject: ['diagnosis', diagnosis.id], changes: { asked: to.personId } });
    return { diagnosisId: diagnosis.id, name: to.name };
  },
});
