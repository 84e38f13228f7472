import { expect, test } from 'vitest';
import {
  actionsOfForm,
  attendanceOfForm,
  namedAsForm,
  presetTimes,
  sessionOfForm,
  settlementOfForm,
} from './session-form.ts';

const zone = 'Europe/London';
const form = { date: '2026-07-01', start: '10:00', length: '90', mode: 'video', topics: 'finance' };

test('a chip gives the length, and an end that is filled in wins', () => {
  expect(sessionOfForm(form, zone)).toMatchObject({
    startsAt: '2026-07-01T09:00:00.000Z',
    endsAt: '2026-07-01T10:30:00.000Z',
    topics: ['finance'],
    travel: 0,
  });
  expect(sessionOfForm({ ...form, end: '10:45' }, zone).endsAt).toBe('2026-07-01T09:45:00.000Z');
});

test.each([
  ['date', { date: '' }],
  ['date', { date: '2026-02-30' }],
  ['date', { date: '1.7.2026' }],
  ['start', { start: '' }],
  ['start', { start: '25:00' }],
  ['start', { start: '10:60' }],
  ['length', { length: '' }],
  ['length', { length: 'long' }],
  ['end', { end: '24:30' }],
  ['end', { end: 'noon' }],
])('a wrong %s is told at its field', (field, change) => {
  expect(() => sessionOfForm({ ...form, ...change }, zone)).toThrow(
    expect.objectContaining({ code: 'invalid', fields: { [field]: expect.any(String) } }),
  );
});

test('an end after midnight is of the next day; an end before the start is told at its field', () => {
  const late = { ...form, start: '23:30', end: '00:30' };
  expect(sessionOfForm(late, zone)).toMatchObject({
    startsAt: '2026-07-01T22:30:00.000Z',
    endsAt: '2026-07-01T23:30:00.000Z',
  });
  expect(() => sessionOfForm({ ...form, start: '14:00', end: '13:00' }, zone)).toThrow(
    expect.objectContaining({ fields: { end: expect.stringContaining('before the start') } }),
  );
});

test('where the firm was there, a settlement says which time holds', () => {
  const settled = { attendance: 'attended', reason: 'Asked both', enrolmentId: 'a' };
  expect(() => settlementOfForm(settled, zone)).toThrow(
    expect.objectContaining({ fields: { time: 'Choose which time holds.' } }),
  );
  expect(settlementOfForm({ ...settled, attendance: 'no-show' }, zone)).not.toHaveProperty('time');
  expect(settlementOfForm({ ...settled, time: 'logged' }, zone)).not.toHaveProperty('time');
  expect(settlementOfForm({ ...settled, ...form, time: 'other' }, zone).time).toMatchObject({
    endsAt: '2026-07-01T10:30:00.000Z',
  });
});

test('the form begins with an hour that ended at the last half hour, in the zone', () => {
  expect(presetTimes('2026-07-01T09:47:00.000Z', zone)).toEqual({
    date: '2026-07-01',
    start: '09:30',
  });
  expect(presetTimes('2026-06-30T23:10:00.000Z', zone)).toEqual({
    date: '2026-06-30',
    start: '23:00',
  });
});

test('both sides came unless it is said otherwise', () => {
  expect(attendanceOfForm({}, 'mentor')).toEqual({ attendance: 'attended', reason: '' });
  const missed = { 'enterprise.attendance': 'no-show', 'enterprise.reason': 'Ill' };
  expect(attendanceOfForm(missed, 'enterprise')).toEqual({ attendance: 'no-show', reason: 'Ill' });
});

test('an action is whatever line was written', () => {
  expect(actionsOfForm({ 'action.enterprise': '', 'action.mentor': 'Send the plan' })).toEqual([
    { title: 'Send the plan', owner: 'mentor' },
  ]);
});

test('what is wrong lands at the fields of the form', () => {
  expect(namedAsForm({ startsAt: 'a', endsAt: 'b', place: 'c' })).toEqual({
    start: 'a',
    length: 'b',
    place: 'c',
  });
});
