import type { Tone } from '../../../ui/tag.tsx';

export const enrolmentStateWords: Readonly<Record<string, string>> = {
  applied: 'applied',
  eligible: 'supported',
  'not-eligible': 'not eligible',
  withdrawn: 'withdrawn',
  closed: 'closed',
};

export const enrolmentStateTones: Readonly<Record<string, Tone>> = {
  applied: 'warn',
  eligible: 'good',
  'not-eligible': 'bad',
};
