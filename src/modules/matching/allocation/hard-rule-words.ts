import type { HardRule } from '../hard-rules.ts';

/** Mentors kept out by a rule, after their number: "3 with too little expertise". */
export const hardRuleWords: Record<HardRule, string> = {
  'not-inducted': 'without induction',
  'code-not-signed': 'without a signed code of conduct',
  'not-live': 'not on the panel yet',
  paused: 'paused',
  left: 'gone',
  'no-place': 'without a place',
  'too-busy': 'too busy',
  'conflict-of-interest': 'with a conflict of interest',
  language: 'without a common language',
  'place-impossible': 'too far away',
  'enterprise-veto': 'not wanted by the enterprise',
  'mentor-veto': 'who do not want the enterprise',
  'tried-for-fit': 'tried before without success',
  barred: 'ruled out by staff',
  'already-asked': 'matched or asked already',
  declined: 'who said no',
  'turned-down': 'turned down by the enterprise',
  wish: 'not meeting the founder’s wish',
  'expertise-too-low': 'with too little expertise',
};
