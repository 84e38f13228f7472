export interface PlannedTime {
  readonly day: string;
  /** Null where no room is needed. */
  readonly room: string | null;
}

export interface PlannedMeeting {
  readonly id: string;
  readonly start: string;
  readonly minutes: number;
  readonly times: readonly PlannedTime[];
  /** Guests who are free then, as far as the room has places. */
  readonly guests: number;
  readonly points: number;
  readonly isKept: boolean;
}

export interface Dates {
  readonly meetings: readonly PlannedMeeting[];
  /** Meetings that need not take place, and do not. */
  readonly left: readonly string[];
  /** Days on which somebody comes to a room, counted for each person. */
  readonly travelDays: number;
}
