import type { Tone } from '../../../ui/tag.tsx';

export const enrolmentStateTones: Readonly<Record<string, Tone>> = {
  applied: 'info',
  eligible: 'good',
  'not-eligible': 'bad',
};
