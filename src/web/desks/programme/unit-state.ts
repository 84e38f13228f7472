import type { OutputUnit } from '../../../modules/impact/reads.ts';

/** How far a counted output is proved, in words. */
export const unitStateWords: Readonly<Record<OutputUnit['state'], string>> = {
  counted: 'threshold met',
  recorded: 'recorded',
  'evidence-complete': 'evidence complete',
  verified: 'verified',
};
