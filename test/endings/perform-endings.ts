import { AppError } from '../../src/kernel/errors.ts';
import { assignAdviser } from '../../src/modules/enterprises/commands/assign-adviser.ts';
import { reopenEnrolment } from '../../src/modules/enterprises/commands/reopen-enrolment.ts';
import { closeEnrolment } from '../../src/modules/leaving/commands/close-enrolment.ts';
import { closeNeed } from '../../src/modules/leaving/commands/close-need.ts';
import { closeProgramme } from '../../src/modules/leaving/commands/close-programme.ts';
import { endRole } from '../../src/modules/leaving/commands/end-role.ts';
import { pauseMentor } from '../../src/modules/leaving/commands/pause-mentor.ts';
import { removePerson } from '../../src/modules/leaving/commands/remove-person.ts';
import { retireMentor } from '../../src/modules/leaving/commands/retire-mentor.ts';
import type { Ending } from '../../src/modules/leaving/ending.ts';
import { barPair } from '../../src/modules/matching/commands/bar-pair.ts';
import { changeMatch } from '../../src/modules/matching/commands/change-match.ts';
import { endMatch } from '../../src/modules/matching/commands/end-match.ts';
import type { EndingsScene } from './endings-scene.ts';

interface Performance {
  /** The command that ends it, by its name in the audit log. */
  action: string;
  by: (scene: EndingsScene) => { actor: { personId: string | null } };
  /** What comes before the ending itself, and is not looked at. */
  prepare?: (scene: EndingsScene) => Promise<unknown>;
  end: (scene: EndingsScene) => Promise<unknown>;
}

const reason = 'It ends.';
const byBoss = ({ boss }: EndingsScene) => boss;
const byAdmin = ({ admin }: EndingsScene) => admin;
const close = ({ boss, enrolment }: EndingsScene) =>
  closeEnrolment(boss, { enrolmentId: enrolment.id, version: 1, outcome: 'withdrawn', reason });
const closing = ({ boss, world }: EndingsScene, to: 'closing' | 'closed') =>
  closeProgramme(boss, { programmeId: world.programme.id, to, reason });

/** How each thing ends: by the command that people use. */
export const performances: Record<Ending, Performance> = {
  'need-closed': {
    action: 'close-need',
    by: byBoss,
    async end({ boss, needs }) {
      for (const need of [needs.offered, needs.unsent, needs.listed, needs.matched]) {
        const needId = need.id;
        if ((await isOpen(boss, needId)) === true) {
          await closeNeed(boss, { needId, result: 'withdrawn' });
        }
      }
    },
  },
  'need-changed': {
    action: 'change-match',
    by: byBoss,
    end: ({ boss, match }) =>
      changeMatch(boss, {
        matchId: match.id,
        keepsMentor: false,
        handover: 'They know each other.',
        next: { area: 'finance', detail: 'A loan.' },
      }),
  },
  'firm-leaves': { action: 'close-enrolment', by: byBoss, end: close },
  'firm-returns': {
    action: 'reopen-enrolment',
    by: byBoss,
    prepare: close,
    end: ({ boss, enrolment }) =>
      reopenEnrolment(boss, { enrolmentId: enrolment.id, version: 2, reason }),
  },
  'mentor-pauses': {
    action: 'pause-mentor',
    by: byBoss,
    end: ({ boss, mentor }) => pauseMentor(boss, { mentorId: mentor.id, reason }),
  },
  'mentor-leaves': {
    action: 'retire-mentor',
    by: byBoss,
    end: ({ boss, mentor }) => retireMentor(boss, { mentorId: mentor.id, reason }),
  },
  'mentor-loses-role': {
    action: 'end-role',
    by: byAdmin,
    end: (scene) => endRoleOf(scene, scene.mentor.person.id),
  },
  'mentor-removed': {
    action: 'remove-person',
    by: byAdmin,
    end: ({ admin, mentor }) => removePerson(admin, { personId: mentor.person.id, reason }),
  },
  'pair-barred': {
    action: 'bar-pair',
    by: byBoss,
    end: ({ boss, enrolment, mentor }) =>
      barPair(boss, { enrolmentId: enrolment.id, mentorId: mentor.id, cause: 'staff', reason }),
  },
  'pair-ended': {
    action: 'end-match',
    by: byBoss,
    end: ({ boss, match }) => endMatch(boss, { matchId: match.id, cause: 'finished' }),
  },
  'programme-closes': {
    action: 'close-programme',
    by: byBoss,
    prepare: (scene) => closing(scene, 'closing'),
    end: (scene) => closing(scene, 'closed'),
  },
  'contact-removed': {
    action: 'remove-person',
    by: byAdmin,
    end: ({ admin, lead }) => removePerson(admin, { personId: lead.id, reason }),
  },
  'adviser-leaves': {
    action: 'end-role',
    by: byAdmin,
    end: (scene) => endRoleOf(scene, scene.people.adviser.id),
  },
  'adviser-changed': {
    action: 'assign-adviser',
    by: byBoss,
    end: ({ boss, enrolment, people }) =>
      assignAdviser(boss, {
        enrolmentId: enrolment.id,
        version: 1,
        adviserId: people.nextAdviser.id,
      }),
  },
};

/** Ends it. What stands in the way is ended first, and that it stood there is the answer. */
export async function perform(
  scene: EndingsScene,
  ending: Ending,
): Promise<{ wasRefused: boolean }> {
  const { end } = performances[ending];
  try {
    await end(scene);
    return { wasRefused: false };
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'precondition')) throw error;
  }
  await endMatch(scene.boss, { matchId: scene.match.id, cause: 'finished' });
  await end(scene);
  return { wasRefused: true };
}

async function endRoleOf({ admin, read }: EndingsScene, personId: string) {
  const grant = await read((tx) =>
    tx
      .selectFrom('role_grant')
      .select('id')
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow(),
  );
  return endRole(admin, { grantId: grant.id, reason });
}

async function isOpen({ app, orgId }: EndingsScene['boss'], needId: string): Promise<boolean> {
  const need = await app.database.read(orgId, (tx) =>
    tx.selectFrom('need').select('state').where('id', '=', needId).executeTakeFirstOrThrow(),
  );
  return need.state !== 'closed';
}
