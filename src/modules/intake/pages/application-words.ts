import type { Tone } from '../../../ui/tag.tsx';
import type { ApplicationLine } from '../apply/reads.ts';

export const applicationStates: Record<ApplicationLine['state'], { label: string; tone: Tone }> = {
  submitted: { label: 'to read', tone: 'warn' },
  accepted: { label: 'accepted', tone: 'good' },
  draft: { label: 'not sent yet', tone: 'neutral' },
  withdrawn: { label: 'withdrawn', tone: 'neutral' },
};
