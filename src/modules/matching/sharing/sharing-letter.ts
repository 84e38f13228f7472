import { sharingHint, sharingQuestion } from '../../enterprises/sharing.ts';

interface Asked {
  name: string;
  enterprise: string;
  organisation: string;
  url: string;
}

/** Asks a firm that was taken in before anybody asked, when a mentor may learn who it is. */
export function sharingLetter({ name, enterprise, organisation, url }: Asked) {
  return {
    subject: `May we introduce ${enterprise} to a mentor at once?`,
    body: [
      `Dear ${name},`,
      sharingQuestion,
      sharingHint,
      `One tap answers it, without a password. Until then no mentor is shown what your adviser found out with you:\n${url}`,
      `With kind regards\n${organisation}`,
    ].join('\n\n'),
  };
}
