import { type FormValues, numberOf } from '../../../kernel/form-answer.ts';
import type { Ctx } from '../../../platform/context.ts';
import { notFound } from '../../../kernel/errors.ts';
import { editMentor } from '../commands/edit-mentor.ts';
import { setExpertise } from '../commands/set-expertise.ts';
import {
  changedProfile,
  expertiseOf,
  profileOf,
  type ProfileSection,
  profileSections,
} from '../profile-form.ts';
import { mentorById } from '../reads.ts';

/** The section of an address; "not found" for anything else. */
export function sectionOf(params: Record<string, string>): ProfileSection {
  const section = profileSections.find((each) => each === params['section']);
  if (!section) throw notFound();
  return section;
}

/** Saves one section of a profile by the command that owns it. */
export async function saveSection(
  ctx: Ctx,
  mentorId: string,
  section: ProfileSection,
  form: FormValues,
): Promise<void> {
  if (section === 'expertise') {
    await setExpertise(ctx, { mentorId, expertise: expertiseOf(form) });
    return;
  }
  const stored = await ctx.app.database.read(ctx.orgId, (tx) =>
    mentorById(tx, mentorId, ctx.clock.today(ctx.org.zone)),
  );
  await editMentor(ctx, {
    mentorId,
    version: numberOf(form, '_version') ?? 0,
    ...changedProfile(section, form, profileOf(stored)),
  });
}
