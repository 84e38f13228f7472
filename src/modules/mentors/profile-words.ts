import type { ExpertiseEvidence } from './mentor.ts';
import type { meetingModes, mentorRoles } from './profile.ts';

export const roleLabels: Record<(typeof mentorRoles)[number], string> = {
  lead: 'Lead mentor, who stays with an enterprise',
  specialist: 'Specialist for single needs',
  pair: 'One of a pair',
  surgery: 'Host of a surgery',
  speaker: 'Speaker at workshops',
  board: 'Member of a mentoring board',
};

export const meetingWords: Record<(typeof meetingModes)[number], string> = {
  'in-person': 'In person',
  video: 'By video',
  phone: 'By telephone',
};

export const evidenceWords: Record<ExpertiseEvidence, string> = {
  'self-stated': 'By own account',
  verified: 'Verified',
  shown: 'Shown in earlier needs',
};

/** What the levels 1 to 5 of expertise mean. */
export const levelWords = [
  'none',
  'knows about it',
  'has helped with it',
  'has done it',
  'has led it',
  'has done it several times',
] as const;
