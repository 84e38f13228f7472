interface Words {
  subject: string;
  body: string;
}

const letter = (to: string | null, paragraphs: readonly string[], organisation: string): string =>
  [
    to === null ? 'Good day,' : `Dear ${to},`,
    ...paragraphs,
    `With kind regards\n${organisation}`,
  ].join('\n\n');

/** To somebody who has begun to apply: the way back to the draft. */
export function draftLetter(mail: {
  /** Null while nobody has shown that the address is theirs. */
  name: string | null;
  programme: string;
  url: string;
  days: number;
  organisation: string;
}): Words {
  return {
    subject: `Your application to ${mail.programme}`,
    body: letter(
      mail.name,
      [
        `You have begun to apply to ${mail.programme}. Each page is kept when you go on to the next; with this link you can go on at any time within ${mail.days} days:\n${mail.url}`,
        'Keep the letter to yourself: whoever has the link can read and change the application. If it was not you who began, you do not have to do anything.',
      ],
      mail.organisation,
    ),
  };
}

/** To an applicant: the application has arrived, what happens now, and whether the address is theirs. */
export function receivedLetter(mail: {
  /** Null while nobody has shown that the address is theirs. */
  name: string | null;
  programme: string;
  url: string;
  asksProof: boolean;
  organisation: string;
}): Words {
  return {
    subject: `We have your application to ${mail.programme}`,
    body: letter(
      mail.name,
      [
        ...(mail.asksProof
          ? [
              `Somebody has sent an application to ${mail.programme} and gave this address. If it was you, please say so here; until then nobody can take the application up:\n${mail.url}`,
              'If it was not you, you do not have to do anything; on the same page you can withdraw it.',
              `Afterwards somebody reads the application and looks whether the programme's rules allow us to help; they get in touch if something is missing.`,
            ]
          : [
              `Thank you for applying to ${mail.programme}. Somebody will read your application and look whether the programme's rules allow us to help; they will get in touch if something is missing.`,
              `Here you can read what you sent, and take it back if you change your mind:\n${mail.url}`,
            ]),
      ],
      mail.organisation,
    ),
  };
}

/** To the main contact of a firm that another programme took up on an application. */
export function linkedLetter(mail: {
  name: string;
  firm: string;
  applicant: string;
  programme: string;
  organisation: string;
}): Words {
  return {
    subject: `${mail.firm}: an application to ${mail.programme}`,
    body: letter(
      mail.name,
      [
        `${mail.applicant} has applied to ${mail.programme} for ${mail.firm}, with its company number. The advisers of ${mail.programme} now see the firm's record with us: its details, people and figures. What other programmes discussed with you they do not see.`,
        'If this was not meant so, please tell us at once.',
      ],
      mail.organisation,
    ),
  };
}
