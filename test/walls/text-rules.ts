import { sql } from 'kysely';
import { diagnosisPermissions as diagnosis } from '../../src/modules/diagnosis/permissions.ts';
import { enterprisePermissions as firm } from '../../src/modules/enterprises/permissions.ts';
import { impactPermissions as impact } from '../../src/modules/impact/permissions.ts';
import { matchingPermissions as matching } from '../../src/modules/matching/permissions.ts';
import { mentorPermissions as mentors } from '../../src/modules/mentors/permissions.ts';
import { peoplePermissions as people } from '../../src/modules/people/permissions.ts';
import { programmePermissions as programmes } from '../../src/modules/programmes/permissions.ts';
import { sessionPermissions as sessions } from '../../src/modules/sessions/permissions.ts';
import { withClient } from '../../src/platform/postgres/client.ts';
import type { Permission } from '../../src/platform/permission.ts';
import type { TestApp } from '../factories/app.ts';
import type { About } from './visitors.ts';

interface TextRule {
  readonly read: Permission;
  readonly about: About;
  /** Whoever the text is about reads it too. */
  readonly alsoSelf?: true;
}

const text = (read: Permission, about: About, more: Partial<TextRule> = {}): TextRule => ({
  read,
  about,
  ...more,
});
const contact = text(diagnosis.contact.read, 'enterprise');
const session = text(sessions.session.read, 'enterprise');

/** Who may read each column in which people write prose. `open` is for every member. */
export const textRules: Readonly<Record<string, TextRule | 'open'>> = {
  'action.title': text(diagnosis.action.read, 'enterprise'),
  'action.measure': text(diagnosis.action.read, 'enterprise'),
  'allocation.close_reason': text(matching.allocation.read, 'programme'),
  'allocation_edit.reason': text(matching.allocation.read, 'programme'),
  'allocation_pair.note': text(matching.allocation.read, 'programme'),
  'allocation_pair.reason': text(matching.allocation.read, 'programme'),
  'aside.reason': text(diagnosis.contact.read, 'programme'),
  'barred_pair.reason': text(matching.barredPair.read, 'enterprise'),
  'baseline_correction.reason': text(firm.baseline.read, 'enterprise'),
  'baseline_correction.answer': text(firm.baseline.read, 'enterprise'),
  'client_comment.body': text(impact.comment.read, 'enterprise'),
  'contact.achieved': contact,
  'contact.planned': contact,
  'contact.blocking': contact,
  'contact.learned': contact,
  'contact.changed_issue': contact,
  'diagnosis.stated_need': text(diagnosis.diagnosis.readShared, 'enterprise'),
  'demonstration_story.failure': 'open',
  'diagnosis.real_need': text(diagnosis.diagnosis.read, 'enterprise'),
  'diagnosis_score.note': text(diagnosis.diagnosis.read, 'enterprise'),
  'eligibility_override.reason': text(firm.eligibility.read, 'enterprise'),
  'eligibility_override.answer': text(firm.eligibility.read, 'enterprise'),
  'eligibility_test.because': text(firm.eligibility.read, 'enterprise'),
  'eligibility_test.evidence': text(firm.eligibility.read, 'enterprise'),
  'enrolment.refusal': text(firm.eligibility.read, 'enterprise'),
  'enrolment.signpost': text(firm.eligibility.read, 'enterprise'),
  'enrolment.closure_reason': text(firm.enrolment.read, 'enterprise'),
  'enterprise.description': text(firm.enterprise.read, 'enterprise'),
  'enterprise.notes': text(firm.enterprise.edit, 'enterprise'),
  'enterprise.registered_address': text(firm.enterprise.read, 'enterprise'),
  'enterprise.trading_address': text(firm.enterprise.read, 'enterprise'),
  'fit_check.note': text(matching.fitCheck.read, 'enterprise'),
  'match.end_note': text(matching.match.end, 'enterprise'),
  'match.handover': text(matching.match.read, 'enterprise'),
  'measure.attribution': text(firm.measure.read, 'enterprise'),
  'mentor.story': 'open',
  'mentor_conflict.note': text(mentors.mentorConflict.read, 'mentor'),
  'mentor_feedback.note': text(matching.feedback.read, 'enterprise'),
  'need.detail': text(diagnosis.need.read, 'enterprise'),
  'need.result_note': text(diagnosis.need.read, 'enterprise'),
  'note_opening.reason': text(firm.privateNote.answerOpening, 'enterprise'),
  'offer.briefing': text(matching.offer.read, 'mentor'),
  'offer.outline': text(matching.offer.read, 'mentor'),
  'offer.remark': text(matching.offer.read, 'mentor'),
  'offer.decline_note': text(matching.offer.read, 'mentor'),
  'offer.override_reason': text(matching.offer.read, 'programme'),
  'output.statement': text(impact.output.read, 'programme'),
  'person.access_needs': text(people.person.read, 'person', { alsoSelf: true }),
  'private_note.body': text(firm.privateNote.read, 'enterprise'),
  'programme.about': 'open',
  'programme.pause_words': 'open',
  'programme.remit_description': 'open',
  'rematch.note': text(matching.rematch.read, 'enterprise'),
  'rematch.reason': text(matching.rematch.read, 'enterprise'),
  'role_request.reason': text(people.role.confirm, 'programme'),
  'rule_set_adoption.reason': text(programmes.programme.read, 'programme'),
  'score_weights.reason': text(programmes.weights.read, 'programme'),
  'session.summary': session,
  'session_enterprise.dispute': session,
  'session_enterprise.reason': session,
  'session_enterprise.settlement': session,
  'session_mentor.reason': session,
  'session_remark.body': text(sessions.remark.read, 'enterprise'),
  'setting_change.reason': text(programmes.programme.readHistory, 'programme'),
  'setting_change_line.after': text(programmes.programme.readHistory, 'programme'),
  'setting_change_line.before': text(programmes.programme.readHistory, 'programme'),
  'shortlist_mentor.refusal': text(matching.ranking.read, 'enterprise'),
  'shortlist.answer': text(matching.shortlist.read, 'enterprise'),
  'shortlist.message': text(matching.shortlist.read, 'enterprise'),
  'stated_fact.words': text(firm.eligibility.read, 'enterprise'),
  'working_style.wish': text(mentors.workingStyle.read, 'enterprise'),
};

/** Kept sealed: only the commands that seal them can write these. */
const sealed: ReadonlySet<string> = new Set(['private_note.body', 'session_remark.body']);

/** A text that stands in this column of this organisation and nowhere else. */
export function markerOf(mark: string, column: string): string {
  return `${mark}-${column}-end`;
}

/** Every column of the organisations' tables that holds prose: texts of 500 characters or more. */
export async function proseColumns(app: TestApp): Promise<string[]> {
  const found = await app.database.anonymous((tx) =>
    sql<{ name: string }>`
      select distinct c.conrelid::regclass || '.' || a.attname as name
      from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
      join pg_namespace n on n.oid = c.connamespace and n.nspname = 'public'
      where c.contype = 'c' and a.atttypid = 'text'::regtype
        and coalesce(
          substring(pg_get_constraintdef(c.oid) from 'length\\(.*<= (\\d+)'),
          '0')::integer >= 500
      order by 1`.execute(tx),
  );
  return found.rows.map(({ name }) => name);
}

/** Writes the marker of each open column into the organisation's rows, past every command. */
export async function plantMarkers(
  app: TestApp,
  scene: {
    mark: string;
    world: { orgId: string };
    people: { lead: { id: string } };
    /** An offer without an outline of its own, which the mentor reads made anew, with the remark. */
    bareOfferId: string;
  },
): Promise<void> {
  await withClient(app.connections.owner, async (client) => {
    for (const name of Object.keys(textRules)) {
      if (sealed.has(name)) continue;
      const [table = '', column = ''] = name.split('.');
      const which = table === 'person' ? 'and id = $3' : 'and $3::text is not null';
      await client.query(`update ${table} set ${column} = $1 where org_id = $2 ${which}`, [
        markerOf(scene.mark, name),
        scene.world.orgId,
        scene.people.lead.id,
      ]);
    }
    await client.query(`update offer set outline = '' where id = $1`, [scene.bareOfferId]);
  });
}
