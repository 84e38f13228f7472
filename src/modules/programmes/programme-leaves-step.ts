import { precondition } from '../../kernel/errors.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { programmeForUpdate, saveProgramme } from './store.ts';

export type ProgrammeEnd = 'closing' | 'closed' | 'open';

const next: Readonly<Record<string, readonly ProgrammeEnd[]>> = {
  open: ['closing'],
  closing: ['closed', 'open'],
  closed: ['closing'],
};

/** The programme, locked, when it may become so. */
export async function leavingProgramme(tx: Tx, programmeId: string, to: ProgrammeEnd) {
  const programme = await programmeForUpdate(tx, programmeId);
  if (!next[programme.state]?.includes(to)) {
    throw precondition(`A programme that is ${programme.state} cannot become ${to}.`);
  }
  return programme;
}

/** Moves the locked programme on; only an open one takes applications. */
export function programmeLeaves(
  tx: Tx,
  ctx: Pick<Ctx, 'orgId' | 'actor' | 'clock'>,
  leaving: {
    programme: Awaited<ReturnType<typeof programmeForUpdate>>;
    to: ProgrammeEnd;
    reason: string;
  },
) {
  const { programme, to, reason } = leaving;
  return saveProgramme(tx, ctx, {
    ...{ programme, kind: 'state', reason },
    fields: { state: to, applications_open: to === 'open' },
  });
}
