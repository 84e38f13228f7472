import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutNames } from './firm-identity.ts';

const larkfield = {
  names: ['Larkfield Motion Ltd', 'Lark & Co'],
  people: ['Paula Reeve', 'Jim O’Dell'],
};

test.each([
  ['Larkfield Motion Ltd wants to export.', 'The enterprise wants to export.'],
  ['They are LARKFIELD   MOTION limited by cash.', 'They are the enterprise limited by cash.'],
  ['Ask at Larkfield whether it fits.', 'Ask at the enterprise whether it fits.'],
  ['The Larkfield-Motion seat', 'The enterprise seat'],
  ['Ring Paula Reeve, or Mrs Reeve.', 'Ring our contact, or Mrs our contact.'],
  ['See www.larkfield.example/seats and info@larkfield.example', 'See … and …'],
  ['Number 024 7612 3456, since 2014.', 'Number …, since 2014.'],
  ['Cash runs out before invoices are paid.', 'Cash runs out before invoices are paid.'],
])('leaves out who it is: %s', (text, said) => {
  expect(withoutNames(text, larkfield)).toBe(said);
});

test('leaves out names with a hyphen, written with it or without', () => {
  const firm = { names: ['Müller-Lüdenscheidt GmbH'], people: ['Anne-Marie Dupont-Weiss'] };
  expect(withoutNames('Ring Anne-Marie Dupont-Weiss of Müller-Lüdenscheidt.', firm)).toBe(
    'Ring our contact of the enterprise.',
  );
  expect(withoutNames('Müller Lüdenscheidt: ask Anne Marie Dupont-Weiss.', firm)).toBe(
    'The enterprise: ask our contact.',
  );
});

test.each(['A+ (B) [C] {D} ^E$ | F? \\ G/H', '--', '- -', 'Null-Eins-'])(
  'takes whatever a firm or a person is called: %s',
  (name) => {
    const known = { names: [name], people: [name] };
    expect(withoutNames('Cash runs out.', known)).toBe('Cash runs out.');
  },
);

test('keeps ordinary words that also begin a name', () => {
  const digital = { names: ['Digital Marketing Ltd'], people: [] };
  expect(withoutNames('Digital sales, digital marketing.', digital)).toBe(
    'Digital sales, the enterprise.',
  );
});

const word = fc.stringMatching(/^[A-Z][a-z]{3,9}$/);

test('no form of the name comes through, wherever it stands', () => {
  fc.assert(
    fc.property(
      word,
      word,
      fc.constantFrom(' Ltd', ' Limited', ' GmbH', ''),
      fc.lorem(),
      (one, two, form, text) => {
        const name = `${one} ${two}${form}`;
        const before = `${text} ${name} ${text}, ${one} ${two}: ${name.toUpperCase()}. ${text}`;
        const after = withoutNames(before, { names: [name], people: [] });
        expect(after.toLowerCase()).not.toContain(`${one} ${two}`.toLowerCase());
      },
    ),
    { numRuns: 300 },
  );
});
