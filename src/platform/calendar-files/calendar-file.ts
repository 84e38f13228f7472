import {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator';
import type { Instant } from '../../kernel/calendar.ts';
import { squash } from '../../kernel/text.ts';
import { checkedAddress } from '../mail/address.ts';

export interface CalendarPerson {
  readonly name: string;
  readonly address: string;
}

export interface CalendarMeeting {
  /** One for the whole life of a meeting, such as `meeting-<id>@<host>`. */
  readonly uid: string;
  /** Grows with each change: 0, 1, 2 …; a cancellation counts as a change. */
  readonly sequence: number;
  readonly method: 'REQUEST' | 'CANCEL';
  /** When this version was written. */
  readonly stamp: Instant;
  readonly starts: Instant;
  readonly ends: Instant;
  readonly title: string;
  readonly place: string;
  readonly description?: string;
  /** A page about the meeting, or the address of the video call. */
  readonly url?: string;
  readonly organiser: CalendarPerson;
  readonly attendees: readonly CalendarPerson[];
}

/**
 * An invitation or its cancellation as an iCalendar file (RFC 5545, 5546). Times are written in UTC, which
 * every calendar shows in its owner's zone and which needs no zone rules in the file. Names cannot break a
 * line: what could has been taken out.
 */
export function calendarFile(meeting: CalendarMeeting): string {
  const isCancelled = meeting.method === 'CANCEL';
  const calendar = new ICalCalendar({
    prodId: { company: 'Espalier', product: 'Espalier', language: 'EN' },
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  const event = calendar.createEvent({
    id: meeting.uid,
    sequence: meeting.sequence,
    stamp: meeting.stamp,
    start: meeting.starts,
    end: meeting.ends,
    summary: squash(meeting.title),
    location: squash(meeting.place) || null,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: {
      name: quotable(meeting.organiser.name),
      email: checkedAddress(meeting.organiser.address),
    },
  });
  if (meeting.description !== undefined) event.description(meeting.description);
  if (meeting.url !== undefined) event.url(meeting.url);
  for (const person of meeting.attendees) {
    event.createAttendee({
      name: quotable(person.name),
      email: checkedAddress(person.address),
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.NEEDSACTION,
      rsvp: !isCancelled,
    });
  }
  // Each line ends with CRLF, the last one too (RFC 5545, 3.1); the library leaves that one out.
  return `${calendar.toString().trimEnd()}\r\n`;
}

/** A name for a quoted parameter, which has no way to write a quotation mark (RFC 5545, 3.2). */
function quotable(name: string): string {
  return squash(name).replaceAll('"', "'");
}
