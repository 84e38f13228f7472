import { numberOf, optionalOf, textOf } from '../../../../kernel/form-answer.ts';
import { type ActArgs, verbOf } from '../../../../platform/page.ts';
import { programmeBySlug } from '../../../programmes/reads.ts';
import { editKinds } from '../allocation.ts';
import { abandonAllocation } from '../commands/abandon-allocation.ts';
import { editAllocation } from '../commands/edit-allocation.ts';
import { redoAllocationEdit } from '../commands/redo-allocation-edit.ts';
import { setAllocationLoyalty } from '../commands/set-allocation-loyalty.ts';
import { startAllocation } from '../commands/start-allocation.ts';
import { undoAllocationEdit } from '../commands/undo-allocation-edit.ts';
import { mentorLine, needLine } from './line-anchor.ts';

type DeskForm = Pick<ActArgs, 'ctx' | 'form' | 'params'>;

/** Runs what a form of the match desk asks for; the draft is begun by the first change. */
export async function actOnDesk({ ctx, form, params }: DeskForm): Promise<string> {
  const doing = verbOf(form, ['undo', 'redo', 'abandon', 'loyalty', ...editKinds]);
  const version = numberOf(form, '_version') ?? 1;
  const allocationId = textOf(form, 'allocationId') || (await beginDraft({ ctx, params }));
  const draft = { allocationId, version };
  switch (doing) {
    case 'undo':
      await undoAllocationEdit(ctx, draft);
      return 'The last step is taken back.';
    case 'redo':
      await redoAllocationEdit(ctx, draft);
      return 'The step is back.';
    case 'abandon':
      await abandonAllocation(ctx, { ...draft, reason: textOf(form, 'reason') });
      return 'The proposal is given up. Nothing was sent.';
    case 'loyalty': {
      const points = textOf(form, 'points');
      await setAllocationLoyalty(ctx, {
        ...draft,
        points: points === 'stay' ? null : points === '' ? Number.NaN : Number(points),
      });
      return points === 'stay' ? 'Existing matches stay.' : 'Existing matches may move.';
    }
    default:
      await editAllocation(ctx, {
        ...draft,
        kind: doing,
        needId: optionalOf(form, 'needId'),
        mentorId: optionalOf(form, 'mentorId'),
        amount: numberOf(form, 'amount'),
        reason: textOf(form, 'reason'),
      });
      return 'Done, and the rest is solved anew.';
  }
}

/** The line that a form was about: after a change the page opens there again, with the keyboard on it. */
export function lineOf(form: DeskForm['form']): string {
  const needId = textOf(form, 'needId');
  if (needId !== '') return `#${needLine(needId)}`;
  const mentorId = textOf(form, 'mentorId');
  return mentorId === '' ? '' : `#${mentorLine(mentorId)}`;
}

/** The draft that the page's programme shares. Its own form's key stays free for the change itself. */
export async function beginDraft({
  ctx,
  params,
}: Pick<ActArgs, 'ctx' | 'params'>): Promise<string> {
  const programme = await ctx.app.database.read(ctx.orgId, (tx) =>
    programmeBySlug(tx, params['programme']),
  );
  const { allocationId } = await startAllocation(
    { ...ctx, idempotencyKey: undefined },
    { programmeId: programme.id },
  );
  return allocationId;
}
