import type { z } from 'zod';
import { AppError, invalid } from '../../../../kernel/errors.ts';
import { type FormValues, numberOf, optionalOf, textOf } from '../../../../kernel/form-answer.ts';
import { parseMoney } from '../../../../kernel/money.ts';
import type { enteredFacts, TestWithFacts } from '../stored-facts.ts';

type Entered = z.input<typeof enteredFacts>;

/** What was typed for one test, as assess-eligibility takes it; `currency` is the programme's. */
export function enteredFromForm(test: TestWithFacts, form: FormValues, currency: string): Entered {
  const read = reader(form, currency);
  const facts = factsFor(test, form, read, currency);
  read.check();
  return facts;
}

type Reader = ReturnType<typeof reader>;

function factsFor(test: TestWithFacts, form: FormValues, read: Reader, currency: string): Entered {
  switch (test) {
    case 'size':
      return sizeFrom(form, read, currency);
    case 'remit':
      return { test, judgement: judgementFrom(form) };
    case 'trading-age':
      return { test, tradingSince: optionalOf(form, 'tradingSince') ?? null };
    case 'business-sales':
      return { test, percent: read.percent('percent') };
    case 'excluded-sector': {
      const sector = read.choice('inSector', 'Say whether it works in one of these sectors.');
      return { test, inSector: sector === 'none' ? null : sector };
    }
    case 'difficulty':
      return {
        test,
        isInsolvent: yesNo(textOf(form, 'isInsolvent')),
        capitalMinor: read.money('capital'),
        lossesMinor: read.money('losses'),
      };
    case 'subsidy-headroom':
      return {
        test,
        isDeclared: textOf(form, 'isDeclared') === 'yes',
        proposedMinor: read.money('proposed'),
        currency,
        rates: ratesFrom(form, read),
      };
    case 'duplication':
      return { test, others: othersFrom(form), judgement: judgementFrom(form) };
    case 'growth-intent':
      return { test, intention: textOf(form, 'intention'), judgement: judgementFrom(form) };
  }
}

function sizeFrom(form: FormValues, read: Reader, currency: string): Entered {
  const year = (prefix: string) => ({
    yearEnd: textOf(form, `${prefix}YearEnd`),
    staffHundredths: read.staff(`${prefix}Staff`) ?? 0,
    apprenticeHundredths: read.staff(`${prefix}Apprentices`) ?? 0,
    leaveHundredths: read.staff(`${prefix}Leave`) ?? 0,
    turnoverMinor: read.money(`${prefix}Turnover`) ?? 0,
    balanceSheetMinor: read.money(`${prefix}Balance`) ?? 0,
  });
  const needed = hasAny(form, 'earlier') ? ['last', 'earlier'] : ['last'];
  for (const prefix of needed) {
    for (const field of sizeFields) {
      const zero = field === 'YearEnd' ? '.' : '; 0 is allowed.';
      read.choice(`${prefix}${field}`, `Enter ${nounOf(`${prefix}${field}`)}${zero}`);
    }
  }
  const hasEarlier = needed.length > 1;
  return {
    test: 'size',
    years: hasEarlier ? [year('earlier'), year('last')] : [year('last')],
    currency,
    rate: read.rate('rate'),
    isEstimate: textOf(form, 'isEstimate') === 'yes',
    hasOwnerChanged: textOf(form, 'hasOwnerChanged') === 'yes',
    areRelationsDeclared: textOf(form, 'areRelationsDeclared') === 'yes',
  };
}

const sizeFields = ['YearEnd', 'Staff', 'Turnover', 'Balance'] as const;

function hasAny(form: FormValues, prefix: string): boolean {
  return sizeFields.some((field) => textOf(form, `${prefix}${field}`) !== '');
}

/** What a field asks for, as the error at it and in the summary names it. */
function nounOf(name: string): string {
  return nouns[name] ?? 'the amount';
}

const nouns: Readonly<Record<string, string>> = {
  lastYearEnd: 'the day the last closed year ended on',
  lastStaff: 'the number of staff in the last closed year',
  lastTurnover: 'the turnover of the last closed year',
  lastBalance: 'the balance sheet total of the last closed year',
  lastApprentices: 'those in vocational training in the last closed year',
  lastLeave: 'those on parental leave in the last closed year',
  earlierApprentices: 'those in vocational training in the year before',
  earlierLeave: 'those on parental leave in the year before',
  earlierYearEnd: 'the day the year before ended on',
  earlierStaff: 'the number of staff in the year before',
  earlierTurnover: 'the turnover of the year before',
  earlierBalance: 'the balance sheet total of the year before',
  capital: 'the subscribed capital',
  losses: 'the accumulated losses',
  proposed: 'the value of the support',
};

function ratesFrom(form: FormValues, read: Reader) {
  const from = textOf(form, 'rateFrom');
  const to = textOf(form, 'rateTo');
  const rate = from === '' || to === '' ? null : read.rate('rate');
  return rate ? [{ ...rate, from, to }] : [];
}

function othersFrom(form: FormValues) {
  return [0, 1, 2, 3].flatMap((at) => {
    const programme = textOf(form, `programme${at}`);
    if (programme === '') return [];
    return [{ programme, sameSupport: yesNo(textOf(form, `same${at}`)) }];
  });
}

function judgementFrom(form: FormValues) {
  const verdict = textOf(form, 'judgement');
  if (verdict !== 'accept' && verdict !== 'refuse') return null;
  return { accepted: verdict === 'accept', reason: textOf(form, 'reason') };
}

function yesNo(text: string): boolean | null {
  return text === 'yes' ? true : text === 'no' ? false : null;
}

function reader(form: FormValues, currency: string) {
  const problems: Record<string, string> = {};
  const money = (name: string): number | null => {
    const text = textOf(form, name);
    const minor = text === '' ? null : parseMoney(text, currency);
    if (text !== '' && (minor === null || minor < 0)) {
      problems[name] = `Enter ${nounOf(name)} as an amount of 0 or more, for example 125,000.`;
    }
    return minor;
  };
  const staff = (name: string): number | null => {
    const number = numberOf(form, name);
    if (number === undefined) return null;
    const hundredths = Math.round(number * 100);
    if (number < 0 || hundredths / 100 !== number) {
      problems[name] = `Enter ${nounOf(name)} as a number of 0 or more, for example 4 or 2.5.`;
    }
    return hundredths;
  };
  const rate = (name: string) => {
    const number = numberOf(form, name);
    if (number === undefined) return null;
    if (Number.isNaN(number) || number <= 0 || number > 1000) {
      problems[name] = 'Enter the exchange rate, such as 1.1725.';
      return null;
    }
    const on = optionalOf(form, `${name}On`);
    if (on === undefined) problems[`${name}On`] = 'Enter the day of the rate.';
    return { perMillion: Math.round(number * 1_000_000), on: on ?? '' };
  };
  const percent = (name: string) => {
    const number = numberOf(form, name) ?? null;
    if (number !== null && !(number >= 0 && number <= 100)) {
      problems[name] = 'Enter the share of sales to other businesses, from 0 to 100.';
    }
    return number;
  };
  return {
    money,
    staff,
    rate,
    percent,
    choice(name: string, message: string): string {
      const text = textOf(form, name);
      if (text === '') problems[name] ??= message;
      return text;
    },
    check() {
      if (Object.keys(problems).length > 0) throw invalid(problems);
    },
  };
}

/** The command nests what the form keeps flat: its messages are put back at the fields. */
export function atFields(error: unknown, test: string): unknown {
  if (!(error instanceof AppError) || error.code !== 'invalid') return error;
  const fields = Object.entries(error.fields).map(([name, message]) => {
    const own = name
      .replace(/^facts\./, '')
      .replace(/^judgement\.reason$/, 'reason')
      .replace(/^years\.\d+\.yearEnd$/, 'lastYearEnd')
      .replace(/^rate\.on$/, 'rateOn')
      .replace(/^others\.(\d+)\..*$/, 'programme$1')
      .replace(/^proposedMinor$/, 'proposed');
    return [test === 'area' && own === 'code' ? 'authority' : own, message] as const;
  });
  return new AppError('invalid', error.message, { fields: Object.fromEntries(fields) });
}
