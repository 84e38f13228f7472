import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { notFound } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { findLink } from '../../../platform/links.ts';
import type { Answers } from './apply-step.ts';
import { mailedPurpose } from './proof.ts';

/** The link that the browser has which began; anybody can have typed the address. */
export const resumePurpose = 'resume-application';

export type ApplicationState = 'draft' | 'submitted' | 'withdrawn';

/** An application by its id, locked where it is going to be changed. */
export async function applicationById(tx: Tx, id: string | null, locks = false) {
  let query = tx
    .selectFrom('application as a')
    .innerJoin('programme as g', (on) =>
      on.onRef('g.org_id', '=', 'a.org_id').onRef('g.id', '=', 'a.programme_id'),
    )
    .select([
      'a.id',
      'a.programme_id as programmeId',
      'g.name as programmeName',
      'g.slug as programmeSlug',
      'a.enrolment_id as enrolmentId',
      'a.state',
      'a.source',
      'a.applicant_name as name',
      'a.applicant_email as email',
      'a.address_proved_at as addressProvedAt',
      'a.address_vouched_by as addressVouchedBy',
      'a.answers',
      'a.submitted_at as submittedAt',
      'a.created_at as createdAt',
      'a.version',
    ])
    .where('a.id', '=', id);
  if (locks) query = query.forUpdate('a');
  const row = await query.executeTakeFirst();
  if (!row) throw notFound('application');
  return { ...row, state: row.state as ApplicationState, answers: row.answers as Answers };
}

/** Stands for a page of a draft as it was when it was opened: another one tells that it was saved meanwhile. */
export function markOf(stored: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(stored ?? null))
    .digest('base64url')
    .slice(0, 20);
}

export type Application = Awaited<ReturnType<typeof applicationById>>;

/** The application that a secret opens, and whether the secret stood in a letter. */
export async function applicationBySecret(
  tx: Tx,
  ctx: Ctx,
  secret: string,
  locks = false,
): Promise<Application & { isFromLetter: boolean }> {
  const link = await findLink(tx, ctx, secret);
  const isFromLetter = link?.purpose === mailedPurpose;
  if (!link || !(isFromLetter || link.purpose === resumePurpose)) throw notFound('application');
  return { ...(await applicationById(tx, link.subjectId, locks)), isFromLetter };
}

/** Writes the changes and counts the version up. */
export async function updateApplication(
  tx: Tx,
  ctx: Ctx,
  id: string,
  changes: {
    answers?: Answers;
    step?: string;
    state?: ApplicationState;
    enrolment_id?: string;
    applicant_name?: string;
    is_potential_entrepreneur?: boolean;
    submitted_at?: string;
    address_proved_at?: string;
    address_vouched_by?: string | null;
  },
): Promise<void> {
  const { answers, ...others } = changes;
  await tx
    .updateTable('application')
    .set({
      ...others,
      ...(answers === undefined ? {} : { answers: JSON.stringify(answers) }),
      updated_at: ctx.clock.now(),
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute();
}
