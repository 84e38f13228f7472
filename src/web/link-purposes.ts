import { linkPage as pathOfPage } from '../kernel/paths.ts';
import { linkPages } from '../platform/links.ts';
import type { Role } from '../platform/permission.ts';

interface LinkPurpose {
  /** The page that the link opens. Opening it changes nothing: mail scanners open every link. */
  path(org: string, secret: string, subjectId: string | null): string;
  /** A second page of the same link, such as for correcting what was entered on the first. */
  also?(org: string, secret: string): string;
  /** Whether it opens the pages below its page, too. */
  below?: true;
  /** For pages below `/l`: the one role in which the person acts, whatever else they may be. */
  role?: Role;
}

const linkPage = (page: string) => (org: string, secret: string) => pathOfPage(org, secret, page);

/** What mailed links open. A purpose that is not listed opens nothing. */
export const linkPurposes: Readonly<Record<string, LinkPurpose>> = {
  'confirm-session': { path: linkPage(linkPages['confirm-session']), role: 'participant' },
  'log-session': {
    path: linkPage(linkPages['log-session']),
    also: linkPage('correct-session'),
    role: 'mentor',
  },
  'answer-offer': { path: linkPage(linkPages['answer-offer']), role: 'mentor' },
  'answer-fit-check': { path: linkPage(linkPages['answer-fit-check']), role: 'participant' },
  'answer-mentor-fit-check': {
    path: linkPage(linkPages['answer-mentor-fit-check']),
    role: 'mentor',
  },
  'give-feedback': { path: linkPage(linkPages['give-feedback']), role: 'participant' },
  'choose-mentor': { path: linkPage(linkPages['choose-mentor']), role: 'participant' },
  'say-sharing': { path: linkPage(linkPages['say-sharing']), role: 'participant' },
  'self-score': { path: linkPage(linkPages['self-score']), role: 'participant' },
  'mentor-page': { path: linkPage(linkPages['mentor-page']), below: true, role: 'mentor' },
  'firm-page': { path: linkPage(linkPages['firm-page']), below: true, role: 'participant' },
  'mentor-door': { path: linkPage(linkPages['mentor-door']), role: 'mentor' },
  'firm-door': { path: linkPage(linkPages['firm-door']), role: 'participant' },
  'resume-application': {
    path: (org, secret) => `/apply/${encodeURIComponent(org)}/resume/${encodeURIComponent(secret)}`,
  },
  'resume-mailed-application': {
    path: (org, secret) => `/apply/${encodeURIComponent(org)}/resume/${encodeURIComponent(secret)}`,
  },
  invitation: {
    path: (org, secret) => `/invitation/${encodeURIComponent(org)}/${encodeURIComponent(secret)}`,
  },
};
