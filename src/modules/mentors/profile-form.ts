import { type FormValues, listOf, numberOf, textOf } from '../../kernel/form-answer.ts';
import { areaKeys } from '../programmes/area.ts';
import type { MentorProfile } from './profile.ts';
import type { AvailableTime, MentorRow } from './reads.ts';
import { styleAxes, type StyleAnswers } from './working-style.ts';

export const profileSections = ['about', 'times', 'expertise', 'style'] as const;
export type ProfileSection = (typeof profileSections)[number];

export const sectionWords: Record<ProfileSection, string> = {
  about: 'Story, sectors and roles',
  times: 'Places, times and languages',
  expertise: 'Expertise',
  style: 'Working style',
};

export const dayParts = [
  { part: 'morning', label: 'Morning', from: '09:00', to: '12:00' },
  { part: 'afternoon', label: 'Afternoon', from: '12:00', to: '17:00' },
  { part: 'evening', label: 'Evening', from: '17:00', to: '20:00' },
] as const;

export const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** The profile as stored, ready to be changed in part. */
export function profileOf(row: MentorRow): MentorProfile {
  return {
    headline: row.headline,
    story: row.story,
    roles: row.roles as MentorProfile['roles'],
    places: row.places,
    minutesPerMonth: row.minutesPerMonth,
    languages: row.languages,
    meets: row.meets as MentorProfile['meets'],
    authorityCodes: row.authorityCodes,
    sectors: row.sectors,
    stages: row.stages as MentorProfile['stages'],
    sizes: row.sizes as MentorProfile['sizes'],
    style: row.style,
    availability: row.availability,
  };
}

/** What a section's form changes of the profile; the rest stays as stored. */
export function changedProfile(
  section: Exclude<ProfileSection, 'expertise'>,
  form: FormValues,
  stored: MentorProfile,
): MentorProfile {
  switch (section) {
    case 'about':
      return {
        ...stored,
        headline: textOf(form, 'headline'),
        story: textOf(form, 'story'),
        roles: listOf(form, 'roles') as MentorProfile['roles'],
        sectors: wordsOf(form, 'sectors'),
        stages: listOf(form, 'stages') as MentorProfile['stages'],
        sizes: listOf(form, 'sizes') as MentorProfile['sizes'],
      };
    case 'times':
      return {
        ...stored,
        places: numberOf(form, 'places') ?? 0,
        minutesPerMonth: Math.round((numberOf(form, 'hoursPerMonth') ?? 0) * 60),
        languages: wordsOf(form, 'languages'),
        meets: listOf(form, 'meets') as MentorProfile['meets'],
        authorityCodes: listOf(form, 'authorityCodes'),
        availability: availabilityOf(form),
      };
    case 'style':
      return { ...stored, style: styleOf(form) };
  }
}

/** Words between commas or on lines of their own. */
export function wordsOf(form: FormValues, name: string): string[] {
  const words = textOf(form, name)
    .split(/[,;\n]/)
    .map((word) => word.trim());
  return [...new Set(words.filter((word) => word !== ''))];
}

/** The eight axes of a style form; those left open are not answered. */
export function styleOf(form: FormValues): StyleAnswers {
  const style: StyleAnswers = {};
  for (const axis of styleAxes) {
    const value = numberOf(form, `axis-${axis}`);
    if (value !== undefined) style[axis] = value;
  }
  return style;
}

/** Ticked parts of days, as times. */
export function availabilityOf(form: FormValues): AvailableTime[] {
  return listOf(form, 'slots').flatMap((slot): AvailableTime[] => {
    const [day, part] = slot.split('-');
    const found = dayParts.find((each) => each.part === part);
    const weekday = Number(day);
    if (!found || !Number.isInteger(weekday) || weekday < 1 || weekday > 7) return [];
    return [{ weekday, from: found.from, to: found.to }];
  });
}

/** Which parts of days a list of times holds for an hour or more; `1-morning` is Monday morning. */
export function slotsIn(times: readonly AvailableTime[]): string[] {
  return dayNames.flatMap((_, at) =>
    dayParts
      .filter(({ from, to }) =>
        times.some(
          (time) =>
            time.weekday === at + 1 &&
            hours(time.to < to ? time.to : to) - hours(time.from > from ? time.from : from) >= 1,
        ),
      )
      .map(({ part }) => `${at + 1}-${part}`),
  );
}

function hours(time: string): number {
  return Number(time.slice(0, 2)) + Number(time.slice(3, 5)) / 60;
}

/** The twelve areas of an expertise form; level 0 means none. */
export function expertiseOf(form: FormValues) {
  return areaKeys.flatMap((area) => {
    const level = numberOf(form, `level-${area}`) ?? 0;
    if (level === 0) return [];
    const evidence = textOf(form, `evidence-${area}`, 'self-stated') as 'self-stated';
    return [{ area, level, evidence, topics: wordsOf(form, `topics-${area}`) }];
  });
}
