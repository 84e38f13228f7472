import { z } from 'zod';
import { invalid } from '../../../kernel/errors.ts';
import { messagesByField } from '../../../platform/command.ts';
import { parseCompanyNumber } from '../../enterprises/company-number.ts';
import { splitCodes } from '../../enterprises/enterprise.ts';
import {
  calendarDate,
  line,
  prose,
  requiredLine,
  requiredProse,
} from '../../enterprises/inputs.ts';
import { formatPostcode } from '../../enterprises/postcode.ts';
import { parseVatNumber } from '../../enterprises/vat-number.ts';
import { areaKeys } from '../../programmes/area.ts';
import type { Answers, ApplyStep } from './apply-step.ts';

const unsure = ['yes', 'no', 'unsure'] as const;
const day = z.union([z.literal(''), calendarDate], 'Enter a real date.').default('');
const amount = (message: string, most: number) =>
  line(20).refine((text) => {
    const plain = text.replace(/[£,\s]/g, '');
    return /^\d{1,13}([.]\d{1,2})?$/.test(plain) && Number(plain) <= most;
  }, message);
const optionalAmount = (message: string, most: number) =>
  z.union([z.literal(''), amount(message, most)], message).default('');
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
    name: requiredLine(200, 'Enter your name.'),
    phone: line(50).default(''),
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
      staff: amount('Enter a number such as 4 or 2.5.', 1_000_000),
      turnover: amount('Enter an amount in pounds such as 85000.', 1_000_000_000_000),
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
    staffNextYear: optionalAmount('Enter a number such as 6.', 1_000_000),
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
    isTrue: tick('Tick this if it is so. Without it we cannot take the application.'),
    mayKeep: tick('Tick this if you agree. Without it we cannot take the application.'),
  }),
} satisfies Record<ApplyStep, z.ZodType>;

/** The answers of one page in their stored form; refuses with a message per field. */
export function parseStep(
  step: ApplyStep,
  typed: Readonly<Record<string, unknown>>,
): Record<string, string | string[]> {
  const answer = schemas[step].safeParse(typed);
  if (!answer.success) throw invalid(messagesByField(answer.error));
  return answer.data;
}

/** Whether a page is answered as it must be. */
export function isAnswered(step: ApplyStep, answers: Answers): boolean {
  return schemas[step].safeParse(answers[step] ?? {}).success;
}
