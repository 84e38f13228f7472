import { unnamed } from './briefing.ts';

interface Words {
  subject: string;
  body: string;
}

interface Named {
  name: string;
  organisation: string;
}

const letter = (to: string, paragraphs: readonly string[], organisation: string): string =>
  [
    `Dear ${to},`,
    ...paragraphs.filter((text) => text !== ''),
    `With kind regards\n${organisation}`,
  ].join('\n\n');

/** To a mentor: an enterprise needs help, without its name, and the way to answer. */
export function offerLetter(
  mail: Named & {
    about: string;
    area: string;
    outline: string;
    due: string;
    url: string;
    isAgain?: boolean;
  },
): Words {
  return {
    subject: `${mail.isAgain ? 'Once more: can' : 'Can'} you help ${unnamed(mail.about)}?`,
    body: letter(
      mail.name,
      [
        `We are looking for somebody who helps ${unnamed(mail.about)} with ${mail.area.toLowerCase()}. You learn who it is when you have said yes.`,
        mail.outline,
        `Please answer by ${mail.due}. It takes two taps, and no is a good answer too:\n${mail.url}`,
      ],
      mail.organisation,
    ),
  };
}

/** To a mentor who has not answered the day before the time is up. */
export function nudgeLetter(mail: Named & { about: string; due: string; url: string }): Words {
  return {
    subject: `A reminder: can you help ${unnamed(mail.about)}?`,
    body: letter(
      mail.name,
      [
        `We asked you about ${unnamed(mail.about)} and have not heard from you yet. Please answer by ${mail.due}; afterwards we will ask somebody else.`,
        mail.url,
      ],
      mail.organisation,
    ),
  };
}

/** To a mentor or a firm who was asked and need not answer any more, in words that staff may have changed. */
export function withdrawnLetter(mail: Named & { subject: string; text: string }): Words {
  return { subject: mail.subject, body: letter(mail.name, [mail.text], mail.organisation) };
}

/** To an enterprise: two or three mentors to choose from. */
export function shortlistLetter(
  mail: Named & {
    mentors: readonly string[];
    message: string;
    due: string;
    url: string;
    isAgain?: boolean;
  },
): Words {
  return {
    subject: `${mail.isAgain ? 'Once more: mentors' : 'Mentors'} for you to choose from`,
    body: letter(
      mail.name,
      [
        `We have found mentors who may suit you:\n${mail.mentors.map((name) => `- ${name}`).join('\n')}`,
        mail.message,
        `Read about them and choose by ${mail.due}. You may also say that none of them fits:\n${mail.url}`,
      ],
      mail.organisation,
    ),
  };
}

/** To an enterprise: the mentor it chose cannot, who looks now, and whether its list still holds. */
export function mentorSaidNoLetter(
  mail: Named & {
    mentor: string;
    adviser: { name: string; phone: string | null } | null;
    again: { due: string; url: string } | null;
  },
): Words {
  const { adviser, again } = mail;
  const looks = adviser
    ? `${adviser.name} is looking again${adviser.phone ? `; the number is ${adviser.phone}` : ''}.`
    : 'We are looking again.';
  return {
    subject: `${mail.mentor} cannot take this on at present`,
    body: letter(
      mail.name,
      [
        `You chose ${mail.mentor}, who cannot take this on at present. That says nothing about you. ${looks}`,
        again
          ? `You can also choose another mentor from the same list by ${again.due}:\n${again.url}`
          : '',
      ],
      mail.organisation,
    ),
  };
}

interface Contact {
  name: string;
  email: string | null;
  phone: string | null;
  quietFrom: string;
  quietTo: string;
}

function reach({ name, email, phone, quietFrom, quietTo }: Contact): string {
  return [
    name,
    ...(email ? [`Email: ${email}`] : []),
    ...(phone ? [`Telephone: ${phone}`] : []),
    `Please do not ring between ${quietFrom} and ${quietTo}.`,
  ].join('\n');
}

/** To the mentor who said yes: whom to ring, and the briefing once more. */
export function introductionToMentor(
  mail: Named & {
    enterprise: string;
    contact: Contact | null;
    briefing: string;
    /** Of the page of their own; `isByLink` without signing in. */
    url: string;
    isByLink: boolean;
    logUrl: string;
  },
): Words {
  return {
    subject: `Your introduction to ${mail.enterprise}`,
    body: letter(
      mail.name,
      [
        `Thank you for helping ${mail.enterprise}. They know that you will be in touch: please agree a first meeting within a week.`,
        mail.contact ? `Whom to reach\n${reach(mail.contact)}` : '',
        mail.briefing,
        `Keep this letter: after each meeting log the session here in half a minute, without signing in:\n${mail.logUrl}`,
        `Everything is on your page${mail.isByLink ? ', without a password' : ''}:\n${mail.url}`,
      ],
      mail.organisation,
    ),
  };
}

/** To the enterprise: who the mentor is and how to reach them. */
export function introductionToEnterprise(
  mail: Named & {
    mentor: Contact;
    headline: string;
    area: string;
    url: string;
    isByLink: boolean;
  },
): Words {
  return {
    subject: `Meet your mentor: ${mail.mentor.name}`,
    body: letter(
      mail.name,
      [
        `${mail.mentor.name} will help you with ${mail.area.toLowerCase()} and will get in touch to agree a first meeting.`,
        mail.headline,
        `How to reach your mentor\n${reach(mail.mentor)}`,
        `What waits for you and your next steps are on your page${mail.isByLink ? ', without a password' : ''}:\n${mail.url}`,
      ],
      mail.organisation,
    ),
  };
}

/** To the adviser: an answer that wants something done. */
export function adviserLetter(mail: Named & { subject: string; text: string; url: string }): Words {
  return {
    subject: mail.subject,
    body: letter(mail.name, [mail.text, mail.url], mail.organisation),
  };
}

/** To mentor and enterprise when their match ends or goes on for another need. */
export function matchChangeLetter(mail: Named & { other: string; text: string }): Words {
  return {
    subject: `${mail.other}: what changes`,
    body: letter(mail.name, [mail.text], mail.organisation),
  };
}
