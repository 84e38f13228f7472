import { type CalendarDate, formatDate } from '../../../kernel/calendar.ts';

/** To somebody whose draft nobody has touched for long: the way back, and the day on which it goes. */
export function reminderLetter(mail: {
  name: string;
  programme: string;
  url: string;
  on: CalendarDate;
  organisation: string;
}): { subject: string; body: string } {
  const day = formatDate(mail.on);
  return {
    subject: `Your application to ${mail.programme} is not sent yet`,
    body: [
      `Dear ${mail.name},`,
      `You began to apply to ${mail.programme} and have not sent it. If you still want to, go on here; what you entered is kept until ${day}:\n${mail.url}`,
      `If you have changed your mind, you do not have to do anything: we delete the draft on ${day} and write no more about it.`,
      `With kind regards\n${mail.organisation}`,
    ].join('\n\n'),
  };
}
