import { programmePaths } from '../../../kernel/paths.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { queueMail } from '../../../platform/mail/outbox.ts';

interface Reader {
  personId: string;
  name: string;
  email: string | null;
}

interface About {
  kind: 'notes-to-open' | 'notes-opened';
  openingId: string;
  enrolmentId: string;
  enterprise: string;
  programme: { slug: string; name: string };
  reason: string;
  askedBy: string;
}

/** Asks those who may confirm, or tells the authors that their notes were opened, by whom and why. */
export async function queueOpeningLetters(
  tx: Tx,
  ctx: Ctx,
  readers: readonly Reader[],
  about: About,
): Promise<void> {
  for (const { personId, name, email } of readers) {
    if (email === null) continue;
    await queueMail(tx, ctx, {
      to: { personId, address: email, name },
      kind: about.kind,
      ...(about.kind === 'notes-opened' ? toldLetter : askLetter)(ctx, name, about),
      about: ['note_opening', about.openingId],
      urgent: about.kind === 'notes-to-open',
    });
  }
}

function askLetter(ctx: Ctx, reader: string, about: About) {
  const paths = programmePaths(ctx.org.slug, about.programme.slug).enrolment(about.enrolmentId);
  return {
    subject: `${about.enterprise}: a request to open private notes`,
    body: `Dear ${reader},\n\n${about.askedBy} asks to read the private notes about ${about.enterprise} (${about.programme.name}). They give this reason:\n\n${about.reason}\n\nThe notes open for a day when a second person agrees; any one of you will do. Confirm or refuse it here:\n${ctx.app.url}${paths.notes}\n\nWhoever wrote the notes is told.\n\nWith kind regards\n${ctx.org.name}`,
  };
}

function toldLetter(ctx: Ctx, reader: string, about: About) {
  return {
    subject: `${about.enterprise}: private notes were opened`,
    body: `Dear ${reader},\n\nYou wrote private notes about ${about.enterprise} (${about.programme.name}). ${about.askedBy} may read them for a day; ${ctx.actor.name} has confirmed it. The reason given:\n\n${about.reason}\n\nEach reading is recorded. If it surprises you, talk to either of them.\n\nWith kind regards\n${ctx.org.name}`,
  };
}
