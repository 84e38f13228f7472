import { type FormValues, textOf } from '../../../../kernel/form-answer.ts';
import type { Ctx } from '../../../../platform/context.ts';
import { dropAction } from '../../commands/drop-action.ts';
import { finishAction } from '../../commands/finish-action.ts';
import { reopenAction } from '../../commands/reopen-action.ts';

export const actionVerbs = ['finish', 'drop', 'reopen'] as const;

/** Runs the button of a row and gives the sentence for it. */
export async function changeAction(
  ctx: Ctx,
  form: FormValues,
  verb: (typeof actionVerbs)[number],
): Promise<string> {
  const actionId = textOf(form, 'actionId');
  if (verb === 'finish') {
    await finishAction(ctx, { actionId });
    return 'Done. “Undo” is in the list below.';
  }
  if (verb === 'drop') {
    await dropAction(ctx, { actionId });
    return 'Dropped. “Undo” is in the list below.';
  }
  await reopenAction(ctx, { actionId });
  return 'The action is open again.';
}
