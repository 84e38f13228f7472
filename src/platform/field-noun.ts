/** What is asked for under a key of a command's input, where the key's own words are not those of the form. */
const nouns: Readonly<Record<string, string>> = {
  about: 'what it is',
  achievedOn: 'the day since when it is so',
  adoptedOn: 'the day from which it is in force',
  agreedOn: 'the day of the agreement',
  amountMinor: 'the amount',
  answerDays: 'the working days that a mentor has to answer',
  apprenticeHundredths: 'the staff in vocational training',
  asideReason: 'the reason',
  awardedOn: 'the day of the award',
  balanceSheetMinor: 'the balance sheet total',
  body: 'the text',
  businessSalesAtLeast: 'the share of sales to other businesses',
  cadenceDays: 'the days between two contacts',
  capitalMinor: 'the subscribed capital',
  cause: 'the reason',
  changedIssue: 'the new issue',
  chooseBy: 'the day to choose by',
  datedOn: 'the day',
  decisionDays: 'the days from application to decision',
  detail: 'what is needed',
  dueOn: 'the day by which it is done',
  endsOn: 'the last day',
  expiresOn: 'the last day',
  fromOn: 'the first day',
  giver: 'who gave it',
  hasIssueChanged: 'whether the issue has changed',
  hasOwnerChanged: 'whether it changed hands',
  headerRow: 'the row of the headers',
  incorporatedOn: 'the day of incorporation',
  inSector: 'whether it works in an excluded sector',
  inductedOn: 'the day of the induction',
  introductionDays: 'the days from need to introduction',
  isEligible: 'the decision',
  isInsolvent: 'whether insolvency proceedings are open',
  isOpen: 'whether applications are open',
  isRight: 'whether it is right',
  leaveHundredths: 'the staff on parental leave',
  limitMinor: 'the limit',
  lossesMinor: 'the accumulated losses',
  measure: 'what shows that it is done',
  minutesPerMonth: 'the hours a month',
  newEnterpriseMonths: 'the months for which a firm is new',
  nextContactOn: 'the day of the next contact',
  openedOn: 'the day on which it opened',
  overrideReason: 'the reason',
  perMillion: 'the exchange rate',
  percent: 'the share in percent',
  places: 'the number of places',
  proposedMinor: 'the cash value of the support',
  recipient: 'whom it was given to',
  resultNote: 'what came of it',
  saidBy: 'who said it',
  saidOn: 'the day on which it was said',
  settleReason: 'the reason',
  sicCodes: 'the activity codes',
  sicDivisions: 'the activities',
  signedOn: 'the day of the signature',
  slug: 'the short name',
  staffHundredths: 'the staff in full-time equivalents',
  startsOn: 'the first day',
  statement: 'what proves it',
  toOn: 'the last day',
  tradingAtLeastMonths: 'the months of trading at least',
  tradingBelowMonths: 'the months of trading that a firm stays under',
  tradingSince: 'the first day of trading',
  turnoverMinor: 'the turnover',
  until: 'the day until when',
  value: 'the figure',
  vatNumber: 'the VAT number',
  yearEnd: 'the day on which the year ended',
  yearEndsOn: 'the day on which the year ended',
  years: 'the number of years',
  zone: 'the time zone',
};

/** What a field is called in a sentence, from its place in the input; empty for the form as a whole. */
export function fieldNoun(path: readonly string[]): string {
  const names = path.filter((part) => !/^\d+$/.test(part));
  const key = names.at(-1) ?? '';
  if (key === '' || key === 'form') return '';
  const row = path.find((part) => /^\d+$/.test(part));
  const where = row === undefined ? '' : ` in row ${Number(row) + 1}`;
  return `${nouns[key] ?? `the ${wordsOfKey(key)}`}${where}`;
}

/** `tradingPostcode` → `trading postcode`, `adviserIds` → `advisers`. */
function wordsOfKey(key: string): string {
  return key
    .replace(/^is(?=[A-Z])/, '')
    .replace(/Id$/, '')
    .replace(/Ids$/, 's')
    .replace(/[-_]+/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .trim();
}
