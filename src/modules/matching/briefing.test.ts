import { expect, test } from 'vitest';
import { outlineText, remarkOfFirm } from './briefing.ts';

const facts = {
  ...{ sector: 'Software', stage: 'growth', place: 'Coventry', area: 'Finance', detail: 'A loan.' },
  ...{ topics: [], minutesPerMonth: 120, identity: { names: [], people: [] } },
};

test('what a firm says with its choice stands under its own heading, and not as the adviser’s', () => {
  const outline = outlineText({ ...facts, remark: remarkOfFirm('We know her from a talk.') });
  expect(outline).toContain('In their own words\nWe know her from a talk.');
  expect(outline).not.toContain('adviser');
  expect(outlineText({ ...facts, remark: 'They are quick.' })).toContain(
    'From the adviser\nThey are quick.',
  );
});
