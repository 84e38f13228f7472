import { convertIcsCalendar } from 'ts-ics';
import { expect, test } from 'vitest';
import { calendarFile } from './calendar-file.ts';

const meeting = {
  uid: 'meeting-1@hub.example',
  sequence: 1,
  method: 'REQUEST',
  stamp: '2026-11-24T10:00:00.000Z',
  starts: '2027-04-01T09:00:00.000Z',
  ends: '2027-04-01T10:30:00.000Z',
  title: 'Mentoring: Alder Bearings',
  place: 'Room 1, Science Park',
  organiser: { name: 'Growth Hub', address: 'hub@example.org' },
  attendees: [
    { name: 'Zoë Ash', address: 'zoe@example.org' },
    { name: 'Tom Reilly', address: 'tom@example.org' },
  ],
} as const;

const parse = (text: string) => convertIcsCalendar(undefined, text);

test('says the same when it is read back', () => {
  const text = calendarFile(meeting);
  const { method, events = [] } = parse(text);
  const [event] = events;
  expect(method).toBe('REQUEST');
  expect(event).toMatchObject({
    uid: meeting.uid,
    sequence: 1,
    summary: meeting.title,
    location: meeting.place,
    status: 'CONFIRMED',
    start: { date: new Date(meeting.starts) },
    end: { date: new Date(meeting.ends) },
    organizer: { name: 'Growth Hub', email: 'hub@example.org' },
  });
  expect(event?.attendees?.map((person) => person.email)).toEqual([
    'zoe@example.org',
    'tom@example.org',
  ]);
});

test('writes instants in UTC, so that no zone rules are needed', () => {
  const text = calendarFile(meeting);
  expect(text).toContain('DTSTART:20270401T090000Z');
  expect(text).not.toContain('TZID');
});

test('cancels the same meeting with a later number', () => {
  const { method, events = [] } = parse(
    calendarFile({ ...meeting, method: 'CANCEL', sequence: 2 }),
  );
  expect(method).toBe('CANCEL');
  expect(events[0]).toMatchObject({ uid: meeting.uid, sequence: 2, status: 'CANCELLED' });
});

test.each(['\r\n', '\n', '\r', '\u2028', '"', '\t'])('lets no name add a line with %j', (sign) => {
  const evil = `Zoë${sign}ATTENDEE:mailto:evil@example.org`;
  const text = calendarFile({
    ...meeting,
    title: evil,
    place: evil,
    organiser: { ...meeting.organiser, name: evil },
    attendees: [{ name: evil, address: 'zoe@example.org' }],
  });
  expect(text).not.toMatch(/^ATTENDEE:/m);
  expect(parse(text).events?.[0]?.attendees).toHaveLength(1);
});

test('ends every line with CRLF, the last one too, and uses no other line break', () => {
  const text = calendarFile({ ...meeting, description: 'First.\nSecond, and; third.' });
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(parse(text).events?.[0]?.description).toBe('First.\nSecond, and; third.');
});

test('says when it was written, and keeps its name while its number grows', () => {
  const [first, second] = [0, 1].map((sequence) => parse(calendarFile({ ...meeting, sequence })));
  expect(first?.events?.[0]?.stamp?.date).toEqual(new Date(meeting.stamp));
  expect(second?.events?.[0]?.uid).toBe(first?.events?.[0]?.uid);
});

test.each([
  ['the hour that comes twice', '2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'],
  ['the night of the lost hour', '2027-03-28T00:30:00.000Z', '2027-03-28T01:30:00.000Z'],
])('is the same moment for everybody across the clock change: %s', (_, starts, ends) => {
  const [event] = parse(calendarFile({ ...meeting, starts, ends })).events ?? [];
  expect(event).toMatchObject({ start: { date: new Date(starts) }, end: { date: new Date(ends) } });
});

test('keeps every line within 75 bytes', () => {
  const text = calendarFile({ ...meeting, title: 'Wörkshop ünd Plänung '.repeat(10) });
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});

test('refuses an odd address', () => {
  const attendees = [{ name: 'X', address: '"a"@b.example' }];
  expect(() => calendarFile({ ...meeting, attendees })).toThrow('not a plain mail address');
});
