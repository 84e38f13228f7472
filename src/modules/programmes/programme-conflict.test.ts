import { expect, test } from 'vitest';
import { shown } from '../../kernel/errors.ts';
import { programmeConflict } from './programme-conflict.ts';

test('shows what was typed beside what is stored, for the fields that were sent', () => {
  const rows = programmeConflict({
    values: { name: 'Mine', sizeBands: ['micro', 'small'] },
    theirs: shown(
      { name: 'Theirs', size_bands: ['micro'], version: 3, about: 'not on this form' },
      'name',
      'size_bands',
      'about',
    ),
  });
  expect(rows).toEqual([
    { label: 'Name', mine: 'Mine', theirs: 'Theirs' },
    { label: 'Sizes allowed', mine: 'micro, small', theirs: 'micro' },
  ]);
});

test('shows a choice in the words of the form', () => {
  const rows = programmeConflict({
    values: { mentorChoice: 'firm-chooses' },
    theirs: shown({ mentor_choice: 'adviser-appoints' }, 'mentor_choice'),
  });
  expect(rows).toEqual([
    {
      label: 'May the firm choose its mentor?',
      mine: 'The firm chooses from a shortlist',
      theirs: 'The adviser appoints',
    },
  ]);
});

test('is silent without a clash', () => {
  expect(programmeConflict({ values: { name: 'Mine' } })).toBeNull();
});
