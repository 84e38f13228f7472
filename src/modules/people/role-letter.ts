import { orgPaths } from '../../kernel/paths.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { queueMail } from '../../platform/mail/outbox.ts';
import { roleLabels, type RoleScope } from './role.ts';

interface Reader {
  personId: string;
  name: string;
  email: string | null;
}

interface About extends RoleScope {
  kind: 'role-to-confirm' | 'role-given-alone' | 'role-given-on-server';
  personId: string;
  /** Who gets the role. */
  name: string;
}

/** Tells those who confirm roles of one that waits for them, or of one that was given by a person alone. */
export async function queueRoleLetters(
  tx: Tx,
  ctx: Ctx,
  readers: readonly Reader[],
  about: About,
): Promise<void> {
  const where = await placeOf(tx, about.programmeId);
  const role = `${roleLabels[about.role].toLowerCase()} ${where}`;
  for (const { personId, name, email } of readers) {
    if (email === null) continue;
    await queueMail(tx, ctx, {
      to: { personId, address: email, name },
      kind: about.kind,
      ...wordsOf[about.kind](ctx, name, about.name, role),
      about: ['person', about.personId],
    });
  }
}

async function placeOf(tx: Tx, programmeId: string | null): Promise<string> {
  if (programmeId === null) return 'in the whole organisation';
  const { name } = await tx
    .selectFrom('programme')
    .select('name')
    .where('id', '=', programmeId)
    .executeTakeFirstOrThrow();
  return `in ${name}`;
}

function confirmLetter(ctx: Ctx, reader: string, person: string, role: string) {
  const url = `${ctx.app.url}${orgPaths(ctx.org.slug).roleRequests}`;
  return {
    subject: `${ctx.org.name}: a role waits for a second person`,
    body: `Dear ${reader},\n\n${ctx.actor.name} wants ${person} to be ${role}. The role holds when a second person has confirmed it; any one of you who may will do.\n\nConfirm or refuse it here:\n${url}\n\nIf it surprises you, refuse it and talk to ${ctx.actor.name}.\n\nWith kind regards\n${ctx.org.name}`,
  };
}

function aloneLetter(ctx: Ctx, reader: string, person: string, role: string) {
  return {
    subject: `${ctx.org.name}: a role was given without a second person`,
    body: `Dear ${reader},\n\n${ctx.actor.name} has made ${person} ${role}. There was nobody else who could confirm it, so it holds at once. From the next such role on, a second person confirms.\n\n${whatToDo(person)}\n\nWith kind regards\n${ctx.org.name}`,
  };
}

function serverLetter(ctx: Ctx, reader: string, person: string, role: string) {
  return {
    subject: `${ctx.org.name}: a role was given on the server`,
    body: `Dear ${reader},\n\nSomebody with access to the server has made ${person} ${role}, on its command line. Nobody had to confirm it.\n\n${whatToDo(person)}\n\nWith kind regards\n${ctx.org.name}`,
  };
}

function whatToDo(person: string): string {
  return `If it surprises you, end the role on the page of ${person} and look who has signed in.`;
}

const wordsOf = {
  'role-to-confirm': confirmLetter,
  'role-given-alone': aloneLetter,
  'role-given-on-server': serverLetter,
};
