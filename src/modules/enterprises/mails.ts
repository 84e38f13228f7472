interface Decision {
  addressee: string;
  enterprise: string;
  programme: string;
  organisation: string;
  isEligible: boolean;
  /** Somebody sent an application; a firm of a list that was taken in did not. */
  hasApplied: boolean;
  refusal: string;
  signpost: string;
}

/** What a firm on the programme reads when it gets an adviser; name and number follow. */
export const newAdviserText =
  'From now on the person below looks after you, and knows what you have told us so far. What is agreed with you and your mentor stays as it is.';

/** To a firm: whom it rings from now on. */
export function newAdviserLetter(mail: {
  addressee: string;
  organisation: string;
  text: string;
  adviser: { name: string; phone: string | null; email: string | null };
}): { subject: string; body: string } {
  const { name, phone, email } = mail.adviser;
  const reach = [name, phone && `Telephone: ${phone}`, email && `Email: ${email}`].filter(Boolean);
  return {
    subject: `Your adviser is now ${name}`,
    body: `Dear ${mail.addressee},\n\n${mail.text}\n\nYour adviser\n${reach.join('\n')}\n\nWith kind regards\n${mail.organisation}`,
  };
}

/** To an adviser: these firms are theirs now. */
export function givenFirmLetter(mail: {
  addressee: string;
  organisation: string;
  enterprises: readonly string[];
  /** Why; empty where nobody said. */
  reason?: string;
  url: string;
}): { subject: string; body: string } {
  const [only = ''] = mail.enterprises;
  const isOne = mail.enterprises.length === 1;
  const firms = isOne ? only : `${mail.enterprises.length} firms`;
  const list = isOne ? '' : `\n\n${mail.enterprises.map((name) => `- ${name}`).join('\n')}`;
  return {
    subject: isOne ? `${only} is yours to look after` : `${firms} are yours to look after`,
    body: `Dear ${mail.addressee},\n\nYou look after ${firms} from now on. What waits for ${isOne ? 'it' : 'them'} stands in your Today; answers of ${isOne ? 'its' : 'their'} mentors come to you.${list}${mail.reason ? `\n\nWhy: ${mail.reason}` : ''}\n\n${mail.url}\n\nWith kind regards\n${mail.organisation}`,
  };
}

/** The letter that tells an applicant the decision, with reasons and the way on. */
export function decisionLetter(decision: Decision): {
  kind: string;
  subject: string;
  body: string;
} {
  const { addressee, enterprise, programme, organisation } = decision;
  const head = `Dear ${addressee},\n\n`;
  const looked = decision.hasApplied
    ? `We have looked at your application to ${programme}:`
    : `We have looked at whether ${programme} is open to you:`;
  const foot = `\n\nWith kind regards\n${organisation}`;
  if (decision.isEligible) {
    return {
      kind: 'eligible',
      subject: `${enterprise}: welcome to ${programme}`,
      body: `${head}${looked} ${enterprise} can take part.\n\nYour adviser will be in touch within a week to find out what you need most.${foot}`,
    };
  }
  const thanks = decision.hasApplied ? `Thank you for applying to ${programme}. ` : '';
  const way = decision.signpost === '' ? '' : `\n\nWhere to turn\n${decision.signpost}`;
  return {
    kind: 'not-eligible',
    subject: decision.hasApplied
      ? `${enterprise}: your application to ${programme}`
      : `${enterprise} and ${programme}`,
    body: `${head}${thanks}We are sorry that we cannot support ${enterprise} on ${decision.hasApplied ? 'this programme' : programme}.\n\nWhy\n${decision.refusal}${way}\n\nIf something here is wrong or has changed, answer this letter and we will look again.${foot}`,
  };
}
