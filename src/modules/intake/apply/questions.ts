import { sharingHint, sharingOptions, sharingQuestion } from '../../enterprises/sharing.ts';
import { areaKeys, areaLabels } from '../../programmes/area.ts';
import type { ApplyStep, AskedField } from './apply-step.ts';

interface Page {
  title: string;
  fields: readonly AskedField[];
}

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];
const yesNoUnsure = [...yesNo, { value: 'unsure', label: 'I am not sure' }];

/** Every question of the application. The same words stand on the form, the check page and the staff's view. */
export const questions: Record<ApplyStep, Page> = {
  'about-you': {
    title: 'About you',
    fields: [
      { name: 'name', label: 'Your name', as: 'line' },
      { name: 'phone', label: 'Telephone', as: 'tel', isOptional: true },
      {
        name: 'position',
        label: 'Your part in the business',
        hint: 'For example founder, director, finance manager.',
        as: 'line',
        isOptional: true,
      },
    ],
  },
  'your-firm': {
    title: 'Your business',
    fields: [
      {
        name: 'isTrading',
        label: 'Does the business trade already?',
        hint: 'It trades when it has sold something or has staff.',
        as: 'one',
        options: [
          { value: 'yes', label: 'Yes, it trades' },
          { value: 'no', label: 'Not yet, I am preparing it' },
        ],
      },
      {
        name: 'name',
        label: 'Name of the business',
        hint: 'As it is registered, or as people know it. Leave it empty if there is none yet.',
        as: 'line',
      },
      {
        name: 'description',
        label: 'What does it do, or will it do?',
        hint: 'In a few sentences: what you sell and to whom.',
        as: 'text',
      },
    ],
  },
  numbers: {
    title: 'Registered numbers',
    fields: [
      {
        name: 'companyNumber',
        label: 'Company number',
        hint: 'Eight characters, such as 01234567 or SC123456, on every letter from Companies House. Leave it empty if you are a sole trader.',
        as: 'line',
        isOptional: true,
      },
      {
        name: 'vatNumber',
        label: 'VAT number',
        hint: 'GB and nine digits. Leave it empty if you are not registered for VAT.',
        as: 'line',
        isOptional: true,
      },
      {
        name: 'sicCodes',
        label: 'Activity codes (SIC)',
        hint: 'Five digits each, such as 62012, in your entry at Companies House. Separate them by commas; leave them out if you do not know them.',
        as: 'line',
        isOptional: true,
      },
      { name: 'tradingSince', label: 'First day of trading', as: 'day', isOptional: true },
    ],
  },
  place: {
    title: 'Where you work',
    fields: [
      {
        name: 'address',
        label: 'Address where the work is done',
        hint: 'Not the registered office, if nobody works there. Your home, if you work from home.',
        as: 'text',
      },
      { name: 'postcode', label: 'Postcode', as: 'line' },
    ],
  },
  size: {
    title: 'Size and links',
    fields: [
      {
        name: 'staff',
        label: 'People who work in the business',
        hint: 'In full-time equivalents, with working owners: two half-time people are 1.',
        as: 'number',
      },
      {
        name: 'turnover',
        label: 'Sales in the last accounting year',
        hint: 'In pounds, without VAT. Enter 0 if the first year is not over.',
        as: 'money',
      },
      { name: 'yearEndsOn', label: 'That year ended on', as: 'day', isOptional: true },
      {
        name: 'isGroup',
        label: 'Does another firm own part of yours, or yours of another?',
        hint: 'A quarter or more of shares or votes; also through the owners or their family.',
        as: 'one',
        options: yesNoUnsure,
      },
      {
        name: 'groupDetail',
        label: 'If so: which firms, and how much of them',
        hint: 'One firm a line, for example: Quill Holdings Ltd owns 30% of us.',
        as: 'text',
        onlyAfter: 'isGroup',
      },
    ],
  },
  help: {
    title: 'What you want help with',
    fields: [
      {
        name: 'areas',
        label: 'Topics',
        hint: 'Choose those that matter most now.',
        as: 'many',
        options: areaKeys.map((key) => ({ value: key, label: areaLabels[key] })),
      },
      {
        name: 'need',
        label: 'In your own words: what would help you most?',
        hint: 'What is the question or the problem, and what would be different if it were solved?',
        as: 'text',
      },
    ],
  },
  growth: {
    title: 'Your plans',
    fields: [
      {
        name: 'plans',
        label: 'What do you want to reach in the next two years?',
        hint: 'For example customers, products, staff, new places.',
        as: 'text',
      },
      {
        name: 'staffNextYear',
        label: 'People who will work in the business in a year',
        as: 'number',
        isOptional: true,
      },
    ],
  },
  support: {
    title: 'Support you have',
    fields: [
      {
        name: 'agencies',
        label: 'Who helps or advises you already?',
        hint: 'For example a growth hub, a university, a chamber of commerce, a bank.',
        as: 'text',
        isOptional: true,
      },
      {
        name: 'hasAid',
        label: 'Have you had public money or free public support in the last three years?',
        hint: 'Grants, cheap loans, free advice paid from public money.',
        as: 'one',
        options: yesNoUnsure,
      },
      {
        name: 'aidDetail',
        label: 'If so: from whom, when, and about how much',
        hint: 'One a line, for example: City Council, March 2025, £1,000.',
        as: 'text',
        onlyAfter: 'hasAid',
      },
    ],
  },
  declarations: {
    title: 'Declarations',
    fields: [
      {
        name: 'sharing',
        label: sharingQuestion,
        hint: sharingHint,
        as: 'one',
        options: sharingOptions,
      },
      {
        name: 'isTrue',
        label: 'What I have written is true as far as I know, and I may speak for the business.',
        as: 'tick',
      },
      {
        name: 'mayKeep',
        label:
          'You may keep these answers to decide on my application, to support me, and to show the funder that the money was well used.',
        as: 'tick',
      },
    ],
  },
};
