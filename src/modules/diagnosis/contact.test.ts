import { describe, expect, test } from 'vitest';
import { nextContactOn, personToContact } from './contact.ts';

const none = new Set<string>();

describe('the next contact', () => {
  test('comes after the cadence, and two days after a failed attempt', () => {
    expect(nextContactOn('call', '2026-11-24', 14, none)).toBe('2026-12-08');
    expect(nextContactOn('attempt', '2026-11-24', 14, none)).toBe('2026-11-26');
    expect(nextContactOn('attempt', '2026-11-24', 1, none)).toBe('2026-11-25');
  });

  test('moves past weekends and bank holidays', () => {
    const christmas = new Set(['2026-12-25', '2026-12-28']);
    expect(nextContactOn('call', '2026-11-24', 31, christmas)).toBe('2026-12-29');
  });
});

describe('whom to ring', () => {
  const people = [
    { personId: 'asha', isLead: false },
    { personId: 'tom', isLead: true },
  ];

  test('is the one not spoken to for longest', () => {
    const spoken = new Map([
      ['asha', '2026-11-10T09:00:00.000Z'],
      ['tom', '2026-11-20T09:00:00.000Z'],
    ]);
    expect(personToContact(people, spoken)).toBe('asha');
  });

  test('is the lead while nobody was spoken to, and then the other', () => {
    expect(personToContact(people, new Map())).toBe('tom');
    expect(personToContact(people, new Map([['tom', '2026-11-20T09:00:00.000Z']]))).toBe('asha');
  });

  test('is nobody in a firm without people', () => {
    expect(personToContact([], new Map())).toBeNull();
  });
});
