import { z } from 'zod';
import { invalid } from '../../../kernel/errors.ts';
import type { CalendarDate } from '../../../kernel/calendar.ts';
import { parseMoney } from '../../../kernel/money.ts';
import { typedNumber } from '../../../kernel/typed-number.ts';
import { messagesByField } from '../../../platform/command.ts';
import { parseCompanyNumber } from '../../enterprises/company-number.ts';
import { splitCodes } from '../../enterprises/enterprise.ts';
import {
  calendarDate,
  line,
  phoneNumber,
  prose,
  strangersName,
  requiredProse,
} from '../../enterprises/inputs.ts';
import { formatPostcode } from '../../enterprises/postcode.ts';
import { sharings } from '../../enterprises/sharing.ts';
import { parseVatNumber } from '../../enterprises/vat-number.ts';
import { areaKeys } from '../../programmes/area.ts';
import type { Answers, ApplyStep } from './apply-step.ts';

const unsure = ['yes', 'no', 'unsure'] as const;
const day = z
  .union([z.literal(''), calendarDate], 'Enter a real date, such as 23 November 2026.')
  .default('');
/** As people type it, kept as plain figures: `4,5` becomes `4.5`, `£1.2m` becomes `1200000`. */
const figure = (read: (text: string) => number | null, message: string, most: number) =>
  line(40).transform((text, context) => {
    const value = read(text);
    if (value !== null && value >= 0 && value <= most) return String(value);
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
const staffNumber = (message: string) => figure(hundredthsOf, message, 1_000_000);
const hundredthsOf = (text: string) => {
  const value = typedNumber(text);
  return value !== null && Math.round(value * 100) / 100 === value ? value : null;
};
const poundsOf = (text: string) => {
  const minor = parseMoney(text, 'GBP');
  return minor === null ? null : minor / 100;
};
const nextYear = 'Enter how many people will work in the business in a year, such as 6.';
const tick = (message: string) => z.literal('yes', message);

const parsed = (parse: typeof parseCompanyNumber | typeof parseVatNumber) =>
  line(30)
    .default('')
    .superRefine((text, context) => {
      const result = text === '' ? null : parse(text);
      if (result?.ok === false) context.addIssue({ code: 'custom', message: result.message });
    });

const schemas = {
  'about-you': z.object({
    name: strangersName('Enter your name.'),
    phone: phoneNumber.default(''),
    position: line(100).default(''),
  }),
  'your-firm': z
    .object({
      isTrading: z.enum(['yes', 'no'], 'Say whether the business trades already.'),
      name: line(200).default(''),
      description: requiredProse(2000, 'Describe what the business does or will do.'),
    })
    .refine((firm) => firm.isTrading === 'no' || firm.name !== '', {
      path: ['name'],
      message: 'Enter the name of the business.',
    }),
  numbers: z.object({
    companyNumber: parsed(parseCompanyNumber),
    vatNumber: parsed(parseVatNumber),
    sicCodes: line(100)
      .default('')
      .refine(
        (text) => splitCodes(text).every((code) => /^\d{5}$/.test(code)),
        'An activity code has five digits, such as 62012.',
      ),
    tradingSince: day,
  }),
  place: z.object({
    address: requiredProse(600, 'Enter the address where the work is done.'),
    postcode: line(12)
      .refine((text) => formatPostcode(text) !== null, 'Enter a postcode such as CV4 7AL.')
      .transform((text) => formatPostcode(text) ?? text),
  }),
  size: z
    .object({
      staff: staffNumber('Enter how many people work in the business, such as 4 or 2.5.'),
      turnover: figure(
        poundsOf,
        'Enter the sales of the last year in pounds, such as 85,000.',
        1_000_000_000_000,
      ),
      yearEndsOn: day,
      isGroup: z.enum(unsure, 'Say whether other firms are linked with yours.'),
      groupDetail: prose(1000).default(''),
    })
    .refine((size) => size.isGroup !== 'yes' || size.groupDetail !== '', {
      path: ['groupDetail'],
      message: 'Name the linked firms.',
    }),
  help: z.object({
    areas: z.array(z.enum(areaKeys)).min(1, 'Choose at least one topic.').max(12),
    need: requiredProse(2000, 'Say what would help you most.'),
  }),
  growth: z.object({
    plans: requiredProse(2000, 'Say what you want to reach.'),
    staffNextYear: z.union([z.literal(''), staffNumber(nextYear)], nextYear).default(''),
  }),
  support: z
    .object({
      agencies: prose(1000).default(''),
      hasAid: z.enum(unsure, 'Say whether you have had public support.'),
      aidDetail: prose(1000).default(''),
    })
    .refine((support) => support.hasAid !== 'yes' || support.aidDetail !== '', {
      path: ['aidDetail'],
      message: 'Say from whom, when, and about how much.',
    }),
  declarations: z.object({
    sharing: z.enum(sharings, 'Say whether a mentor who agrees may be introduced at once.'),
    isTrue: tick('Tick this if it is so. Without it we cannot take the application.'),
    mayKeep: tick('Tick this if you agree. Without it we cannot take the application.'),
  }),
} satisfies Record<ApplyStep, z.ZodType>;

/** The answers of one page in their stored form; refuses with a message per field. */
export function parseStep(
  step: ApplyStep,
  typed: Readonly<Record<string, unknown>>,
  today: CalendarDate,
): Record<string, string | string[]> {
  const answer = schemas[step].safeParse(typed);
  if (!answer.success) throw invalid(messagesByField(answer.error));
  const data: Record<string, string | string[]> = answer.data;
  const ahead = Object.keys(pastDays).filter((name) => String(data[name] ?? '') > today);
  if (ahead.length > 0) {
    throw invalid(Object.fromEntries(ahead.map((name) => [name, pastDays[name] ?? ''])));
  }
  return data;
}

/** Days that must have been when somebody applies: a firm that begins to trade next year does not trade yet. */
const pastDays: Readonly<Record<string, string>> = {
  tradingSince: 'The first day of trading must not be in the future.',
  yearEndsOn: 'The last accounting year must have ended.',
};

/** Whether a page is answered as it must be. */
export function isAnswered(step: ApplyStep, answers: Answers): boolean {
  return schemas[step].safeParse(answers[step] ?? {}).success;
}
