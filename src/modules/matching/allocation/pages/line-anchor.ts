/** The id of a need's line on the match desk. */
export const needLine = (needId: string) => `need-${needId}`;

/** The id of a mentor's line on the match desk. */
export const mentorLine = (mentorId: string) => `mentor-${mentorId}`;
