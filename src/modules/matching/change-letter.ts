import { areaLabels, type AreaKey } from '../programmes/area.ts';

/** What mentor and firm read when their match ends or changes, between the greeting and the last line. */
export interface ChangeWords {
  toMentor: string;
  toEnterprise: string;
}

interface Names {
  mentor: string;
  enterprise: string;
}

/** The draft of both letters when a match ends; neither gives the cause. */
export function endingWords({ mentor, enterprise }: Names): ChangeWords {
  return {
    toMentor: `Your work with ${enterprise} on this need ends today. Thank you for your time and your experience: it is a gift. Please write up any session that is still missing.`,
    toEnterprise: `Your work with ${mentor} on this need ends today. Thank you both. Your adviser will be in touch about what comes next.`,
  };
}

interface NeedChange extends Names {
  area: AreaKey;
  detail: string;
  /** Who sees it so: a letter says "you said" only to a firm that did. */
  seenBy: 'enterprise' | 'adviser' | 'mentor';
  keepsMentor: boolean;
}

/** The draft of both letters when the need has changed, and the mentor goes on with the next or does not. */
export function needChangedWords(change: NeedChange): ChangeWords {
  const { mentor, enterprise, keepsMentor } = change;
  const area = areaLabels[change.area].toLowerCase();
  const seen = {
    enterprise: `You said that ${area} matters most now.`,
    adviser: `From what we have seen together, ${area} matters most now.`,
    mentor: `From what ${mentor} has seen with you, ${area} matters most now.`,
  }[change.seenBy];
  return keepsMentor
    ? {
        toMentor: `${enterprise} now needs help with ${area}: ${change.detail} We are glad that you go on with it.`,
        toEnterprise: `${seen} ${mentor} goes on with you.`,
      }
    : {
        toMentor: `What ${enterprise} needs has changed to ${area}, so your work with them ends today. Thank you for your time and your experience.`,
        toEnterprise: `${seen} Your work with ${mentor} ends today, and we are looking for the right mentor for it.`,
      };
}
