interface Asked {
  addressee: string;
  enterprise: string;
  organisation: string;
  url: string;
}

/** Asks the firm how it sees itself, with a link that needs no account. */
export function selfScoreLetter({ addressee, enterprise, organisation, url }: Asked) {
  return {
    kind: 'self-score',
    subject: `How do you see ${enterprise} today?`,
    body: `Dear ${addressee},\n\nBefore we choose a mentor for you we would like to know how you see ${enterprise} in twelve areas. There is no right answer, and you can skip what you do not know. It takes about five minutes and needs no password:\n${url}\n\nYour adviser answers the same questions without seeing yours; then you talk about the differences.\n\nWith kind regards\n${organisation}`,
  };
}
