import { type FormValues, textOf } from '../../../../kernel/form-answer.ts';
import type { Ctx } from '../../../../platform/context.ts';
import { dropAction } from '../../commands/drop-action.ts';
import { finishAction } from '../../commands/finish-action.ts';
import { reopenAction } from '../../commands/reopen-action.ts';

/** Runs the button of a row and gives the sentence for it; null when the form is another one. */
export async function changeAction(ctx: Ctx, form: FormValues): Promise<string | null> {
  const actionId = textOf(form, 'actionId');
  const verb = textOf(form, 'do');
  if (verb === 'finish') {
    await finishAction(ctx, { actionId });
    return 'Done. “Undo” is in the list below.';
  }
  if (verb === 'drop') {
    await dropAction(ctx, { actionId });
    return 'Dropped. “Undo” is in the list below.';
  }
  if (verb === 'reopen') {
    await reopenAction(ctx, { actionId });
    return 'The action is open again.';
  }
  return null;
}
