import { z } from 'zod';
import { sizeBands } from '../programmes/rule-set.ts';
import { stages } from '../programmes/programme.ts';
import { styleAxes } from './working-style.ts';

export const mentorRoles = ['lead', 'specialist', 'pair', 'surgery', 'speaker', 'board'] as const;
export const meetingModes = ['in-person', 'video', 'phone'] as const;
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

const words = (most: number) => z.array(z.string().trim().min(1).max(100)).max(most);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a time like 09:30.');

export const availabilitySchema = z
  .array(
    z
      .strictObject({ weekday: z.int().min(1).max(7), from: time, to: time })
      .refine(({ from, to }) => from < to, 'The end must be after the start.'),
  )
  .max(40);

/** One to five on each of the eight axes T1–T4 and I1–I4; an axis may be left out. */
export const styleSchema = z.partialRecord(z.enum(styleAxes), z.int().min(1).max(5));

/** What a mentor says of themselves and of their time. Protected traits have no place here. */
export const profileFields = {
  headline: z.string().trim().max(200),
  story: z.string().trim().max(4000),
  roles: z.array(z.enum(mentorRoles)).min(1, 'Choose at least one role.').max(6),
  places: z.int('Enter a whole number.').min(0).max(100),
  minutesPerMonth: z.int().min(0).max(20_000),
  languages: words(20),
  meets: z.array(z.enum(meetingModes)).min(1, 'Choose at least one way to meet.').max(3),
  authorityCodes: z.array(z.string().regex(/^[A-Z0-9]{2,20}$/)).max(100),
  sectors: words(30),
  stages: z.array(z.enum(stages)).max(10),
  sizes: z.array(z.enum(sizeBands)).max(4),
  style: styleSchema,
  availability: availabilitySchema,
};

const profileSchema = z.strictObject(profileFields);
export type MentorProfile = z.output<typeof profileSchema>;

/** The profile as the table's columns. */
export function profileColumns(profile: MentorProfile) {
  return {
    headline: profile.headline,
    story: profile.story,
    roles: profile.roles,
    places: profile.places,
    minutes_per_month: profile.minutesPerMonth,
    languages: profile.languages,
    meets: profile.meets,
    authority_codes: profile.authorityCodes,
    sectors: profile.sectors,
    stages: profile.stages,
    sizes: profile.sizes,
    style: JSON.stringify(profile.style),
    availability: JSON.stringify(profile.availability),
  };
}
