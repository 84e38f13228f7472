import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { nameOfMentor, personOfEnterprise, personOfMentor } from './correspondent-rows.ts';
import { matchChangeLetter } from './mails.ts';
import { needInPlace } from './reads.ts';
import { sendTo } from './send-to-step.ts';

interface Change {
  matchId: string;
  needId: string;
  mentorId: string;
  /** What changes, as each side reads it; the other side's name is given. */
  toMentor: (enterprise: string) => string;
  toEnterprise: (mentor: string) => string;
}

/** Texts as paragraphs of a letter; empty ones fall out. */
export function paragraphs(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}

/** Tells mentor and enterprise that their match ends or goes on for another need. */
export async function tellBoth(tx: Tx, ctx: Ctx, change: Change): Promise<void> {
  const { enrolmentId, enterpriseId, enterpriseName } = await needInPlace(tx, change.needId);
  const mentor = await personOfMentor(tx, change.mentorId);
  const firm = await personOfEnterprise(tx, enterpriseId);
  const posting = { kind: 'match-changed', about: ['match', change.matchId] as const, enrolmentId };
  const organisation = ctx.org.name;
  if (mentor) {
    const text = change.toMentor(enterpriseName);
    const words = { name: mentor.name, organisation, other: enterpriseName, text };
    await sendTo(tx, ctx, mentor, matchChangeLetter(words), posting);
  }
  if (firm) {
    const other = mentor?.name ?? (await nameOfMentor(tx, change.mentorId));
    const text = change.toEnterprise(other);
    const words = { name: firm.name, organisation, other, text };
    await sendTo(tx, ctx, firm, matchChangeLetter(words), posting);
  }
}
