import type { Ctx } from '../../../platform/context.ts';
import { saidOfLetter } from '../../../platform/mail/leaving.ts';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';

/** Asks the firm by letter to score itself, for whoever may write the draft. */
export function AskSelfScore({
  diagnosis,
}: {
  diagnosis: { id: string; selfScoredAt: string | null };
}) {
  return (
    <Form label="Ask the firm">
      <HiddenField name="do" value="ask" />
      <HiddenField name="diagnosisId" value={diagnosis.id} />
      <Button kind="secondary">
        {diagnosis.selfScoredAt ? 'Ask the firm again' : 'Ask the firm to score itself'}
      </Button>
    </Form>
  );
}

export function selfScoreAsked(ctx: Ctx, name: string): string {
  return saidOfLetter(ctx, `A letter to ${name} with a link to score the firm`);
}
