import type { QueueLine } from './reads.ts';

/** How far a need in the queue has come. */
export const stepWords: Record<QueueLine['step'], string> = {
  waiting: 'Nobody asked',
  choosing: 'Enterprise is choosing',
  asked: 'Mentor is asked',
  again: 'Mentor lost again',
  change: 'Mentor is to change',
};

/** The priority of a need, by its number. */
export const priorityWords: Record<number, string> = { 1: 'Can wait', 2: 'Normal', 3: 'Pressing' };
