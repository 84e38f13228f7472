import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { nameOfMentor, personOfEnterprise, personOfMentor } from './correspondent-rows.ts';
import { matchChangeLetter } from './mails.ts';
import { needInPlace } from './reads.ts';
import { sendTo } from './send-to-step.ts';

interface Names {
  mentor: string;
  enterprise: string;
}

interface Change {
  matchId: string;
  needId: string;
  mentorId: string;
  /** What changes, as each side reads it. */
  toMentor: (names: Names) => string;
  toEnterprise: (names: Names) => string;
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
  const names = {
    mentor: mentor?.name ?? (await nameOfMentor(tx, change.mentorId)),
    enterprise: enterpriseName,
  };
  if (mentor) {
    const text = change.toMentor(names);
    const words = { name: mentor.name, organisation, other: enterpriseName, text };
    await sendTo(tx, ctx, mentor, matchChangeLetter(words), posting);
  }
  if (firm) {
    const text = change.toEnterprise(names);
    const words = { name: firm.name, organisation, other: names.mentor, text };
    await sendTo(tx, ctx, firm, matchChangeLetter(words), posting);
  }
}
