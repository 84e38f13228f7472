import type { RouteConfigEntry } from '@react-router/dev/routes';
import { diagnosisPermissions as diagnosis } from '../../src/modules/diagnosis/permissions.ts';
import { enterprisePermissions as firm } from '../../src/modules/enterprises/permissions.ts';
import { impactPermissions as impact } from '../../src/modules/impact/permissions.ts';
import { intakePermissions as intake } from '../../src/modules/intake/permissions.ts';
import { matchingPermissions as matching } from '../../src/modules/matching/permissions.ts';
import { mentorPermissions as mentors } from '../../src/modules/mentors/permissions.ts';
import { peoplePermissions as people } from '../../src/modules/people/permissions.ts';
import { programmePermissions as programmes } from '../../src/modules/programmes/permissions.ts';
import { sessionPermissions as sessions } from '../../src/modules/sessions/permissions.ts';
import type { Permission, Role } from '../../src/platform/permission.ts';
import { type About, isGranted, type Visitor } from './visitors.ts';

interface PageRule {
  /** All must be granted. */
  readonly needs?: readonly (readonly [Permission, About])[];
  /** A page of one's own: whoever is this. */
  readonly for?: 'member' | 'mentor' | 'participant';
  /** A page of one's own that says so when there is nothing. */
  readonly role?: Role;
  /** And this must be the visitor's own. */
  readonly own?: 'enterprise' | 'mentor';
}

/** Staff screens show records that mentors and participants see on screens of their own. */
const staffOnly = [programmes.programme.read, 'programme'] as const;
const setup: PageRule = { needs: [[programmes.programme.edit, 'programme']] };
const one = (permission: Permission, about: About): PageRule => ({ needs: [[permission, about]] });
const record = (permission: Permission): PageRule => ({
  needs: [staffOnly, [permission, 'enterprise']],
});
const e = 'p/:programme/enterprises/:enrolment';

/** Who may open which page below `/o/:org`, in the words of the permission table. */
export const pageRules: Readonly<Record<string, PageRule>> = {
  '': { for: 'member' },
  profile: { for: 'member' },
  'kept/:kept': { for: 'participant', own: 'enterprise' },
  programmes: one(programmes.programme.read, 'organisation'),
  people: one(people.person.read, 'organisation'),
  'people/export': one(people.person.read, 'organisation'),
  'people/new': one(people.person.add, 'organisation'),
  'people/requests': one(people.role.confirm, 'organisation'),
  'people/:person': one(people.person.read, 'person'),
  'people/:person/edit': {
    needs: [
      [people.person.edit, 'person'],
      [people.role.grant, 'programme'],
    ],
  },
  'people/:person/remove': one(people.person.remove, 'person'),
  'people/:person/roles/:grant/end': one(people.role.end, 'programme'),
  settings: one(people.organisation.rename, 'organisation'),
  'settings/history': one(people.organisation.readHistory, 'organisation'),
  'settings/history/export': one(people.organisation.readHistory, 'organisation'),
  administration: one(people.organisation.secure, 'organisation'),
  'programmes/new': one(programmes.programme.create, 'organisation'),
  'rule-sets': one(programmes.ruleSet.read, 'organisation'),
  'rule-sets/:ruleSet': one(programmes.ruleSet.read, 'organisation'),
  'rule-sets/:ruleSet/compare': one(programmes.ruleSet.read, 'organisation'),
  'rule-sets/:ruleSet/edit': one(programmes.ruleSet.edit, 'organisation'),
  'p/:programme/setup/dates': setup,
  'p/:programme/setup/funders': setup,
  'p/:programme/setup/rules': setup,
  'p/:programme/setup/area': setup,
  'p/:programme/setup/remit': setup,
  'p/:programme/setup/targets': setup,
  'p/:programme/setup/mentoring': setup,
  'p/:programme/setup/review': setup,
  'p/:programme/settings': setup,
  'p/:programme/settings/history': one(programmes.programme.readHistory, 'programme'),
  'p/:programme/settings/history/export': one(programmes.programme.readHistory, 'programme'),
  'p/:programme/settings/public-page': setup,
  'p/:programme/settings/close': one(programmes.programme.close, 'programme'),
  'p/:programme': one(programmes.programme.read, 'programme'),
  'p/:programme/weights': one(programmes.weights.read, 'programme'),
  'p/:programme/today': one(diagnosis.contact.read, 'programme'),
  'p/:programme/today/row': one(diagnosis.today.putAside, 'programme'),
  'p/:programme/outputs/:indicator': one(impact.output.read, 'programme'),
  'p/:programme/outputs/:indicator/export': one(impact.output.read, 'programme'),
  'p/:programme/verify': one(impact.output.verify, 'programme'),
  'p/:programme/impact': one(impact.output.read, 'programme'),
  'p/:programme/impact/export': one(impact.output.read, 'programme'),
  'p/:programme/contacts': one(diagnosis.contact.read, 'programme'),
  'p/:programme/contacts/export': one(diagnosis.contact.read, 'programme'),

  'p/:programme/enterprises': one(firm.enterprise.read, 'programme'),
  'p/:programme/enterprises/export': one(firm.enterprise.read, 'programme'),
  'p/:programme/enterprises/hand-over': one(firm.enrolment.assign, 'programme'),
  'p/:programme/enterprises/on-record': one(firm.enrolment.create, 'programme'),
  'p/:programme/enterprises/on-record/export': one(firm.enrolment.create, 'programme'),
  'p/:programme/enterprises/new': one(firm.enterprise.create, 'programme'),
  [e]: one(firm.enrolment.read, 'programme'),
  [`${e}/edit`]: record(firm.enterprise.edit),
  [`${e}/merge`]: record(firm.enterprise.merge),
  [`${e}/people`]: record(firm.enterprisePerson.read),
  [`${e}/people/:person`]: record(firm.enterprisePerson.edit),
  [`${e}/eligibility`]: record(firm.eligibility.read),
  [`${e}/eligibility/:test`]: record(firm.eligibility.read),
  [`${e}/baseline`]: record(firm.baseline.read),
  [`${e}/measures`]: record(firm.measure.read),
  [`${e}/documents`]: record(firm.document.read),
  [`${e}/documents/:document`]: record(firm.document.read),
  [`${e}/notes`]: record(firm.privateNote.answerOpening),
  [`${e}/adviser`]: record(firm.enrolment.assign),
  [`${e}/close`]: record(firm.enrolment.close),
  [`${e}/impact`]: one(impact.output.read, 'programme'),
  [`${e}/style`]: one(mentors.workingStyle.read, 'enterprise'),
  [`${e}/hours`]: one(sessions.hours.read, 'enterprise'),
  [`${e}/hours/export`]: one(sessions.hours.read, 'enterprise'),
  [`${e}/sessions/new`]: one(sessions.session.log, 'programme'),
  [`${e}/diagnosis`]: one(diagnosis.diagnosis.read, 'enterprise'),
  [`${e}/diagnosis/:number`]: one(diagnosis.diagnosis.read, 'enterprise'),
  [`${e}/diagnosis/:number/score`]: one(diagnosis.diagnosis.write, 'enterprise'),
  [`${e}/diagnosis/:number/complete`]: one(diagnosis.diagnosis.write, 'enterprise'),
  [`${e}/needs/new`]: one(diagnosis.need.write, 'enterprise'),
  [`${e}/needs/:need`]: one(diagnosis.need.read, 'enterprise'),
  [`${e}/needs/:need/edit`]: one(diagnosis.need.write, 'enterprise'),
  [`${e}/needs/:need/close`]: one(diagnosis.need.write, 'enterprise'),
  [`${e}/actions`]: one(diagnosis.action.read, 'enterprise'),
  [`${e}/actions/export`]: one(diagnosis.action.read, 'enterprise'),
  [`${e}/contact`]: one(diagnosis.contact.log, 'enterprise'),

  'p/:programme/imports': one(intake.import.read, 'programme'),
  'p/:programme/imports/new': one(intake.import.run, 'programme'),
  'p/:programme/imports/:run': one(intake.import.read, 'programme'),
  'p/:programme/imports/:run/invite': {
    needs: [
      [intake.import.read, 'programme'],
      [people.invitation.send, 'organisation'],
    ],
  },
  'p/:programme/imports/:run/bad-rows': one(intake.import.read, 'programme'),
  'p/:programme/applications': one(intake.application.read, 'programme'),
  'p/:programme/applications/new': one(intake.application.enter, 'programme'),
  'p/:programme/applications/export': one(intake.application.read, 'programme'),
  'p/:programme/applications/:application': one(intake.application.read, 'programme'),

  'p/:programme/mentors': one(mentors.mentor.read, 'organisation'),
  'p/:programme/mentors/export': one(mentors.mentor.read, 'organisation'),
  'p/:programme/mentors/new': one(mentors.mentor.add, 'organisation'),
  'p/:programme/mentors/:mentor/history': one(mentors.mentor.read, 'mentor'),
  'p/:programme/mentors/:mentor': one(mentors.mentor.read, 'mentor'),
  'p/:programme/mentors/:mentor/edit/:section': one(mentors.mentor.edit, 'mentor'),
  'p/:programme/mentors/:mentor/pause': one(mentors.mentor.pause, 'mentor'),
  'p/:programme/mentors/:mentor/leave': one(mentors.mentor.retire, 'mentor'),
  'p/:programme/mentors/:mentor/conflicts': one(mentors.mentorConflict.read, 'mentor'),
  mentor: { for: 'mentor' },
  'mentor/profile': { for: 'mentor' },
  'mentor/pause': { for: 'mentor' },
  'mentor/profile/:section': { for: 'mentor' },
  'mentor/enterprises/:enrolment': { for: 'mentor', own: 'enterprise' },
  'mentor/sessions/new': { for: 'mentor' },
  'mentor/sessions/:session': { for: 'mentor', own: 'mentor' },
  'mentor/traits': { for: 'mentor' },
  'mentor/fit/:mentorCheck': one(matching.fitCheck.answerAsMentor, 'mentor'),
  'mentor/offers/:offer': one(matching.offer.answer, 'mentor'),

  'p/:programme/needs': one(matching.ranking.read, 'programme'),
  'p/:programme/needs/export': one(matching.ranking.read, 'programme'),
  'p/:programme/needs/introduced': one(matching.ranking.read, 'programme'),
  'p/:programme/needs/:need/match': one(matching.ranking.read, 'enterprise'),
  'p/:programme/mentors/scarce-skills': one(matching.ranking.read, 'programme'),
  'p/:programme/mentors/scarce-skills/export': one(matching.ranking.read, 'programme'),
  'p/:programme/match-desk': one(matching.allocation.edit, 'programme'),
  'p/:programme/match-desk/matrix': one(matching.allocation.edit, 'programme'),
  'p/:programme/match-desk/export': one(matching.allocation.edit, 'programme'),
  'p/:programme/match-desk/existing': one(matching.allocation.edit, 'programme'),
  'p/:programme/match-desk/letters': one(matching.allocation.edit, 'programme'),
  'p/:programme/match-desk/needs/:need': one(matching.allocation.edit, 'programme'),
  'p/:programme/match-desk/large': one(matching.allocation.edit, 'programme'),
  'p/:programme/match-desk/large/export': one(matching.allocation.edit, 'programme'),
  'p/:programme/allocations': one(matching.allocation.read, 'programme'),
  'p/:programme/allocations/:allocation': one(matching.allocation.read, 'programme'),
  'p/:programme/allocations/:allocation/fairness': one(matching.allocation.read, 'programme'),
  'p/:programme/fairness': one(matching.allocation.read, 'programme'),
  'p/:programme/allocations/:allocation/:file': one(matching.allocation.read, 'programme'),
  'p/:programme/offers': one(matching.offer.read, 'programme'),
  'p/:programme/offers/export': one(matching.offer.read, 'programme'),
  'p/:programme/offers/:offer': one(matching.offer.read, 'programme'),
  'p/:programme/matches/:match': one(matching.match.read, 'enterprise'),
  'p/:programme/matches/:match/rematch': one(matching.rematch.settle, 'enterprise'),
  'p/:programme/enterprises/:enrolment/wish': one(matching.traitWish.read, 'enterprise'),
  'p/:programme/sharing': one(matching.sharing.ask, 'programme'),
  'p/:programme/enterprises/:enrolment/sharing': one(matching.offer.read, 'programme'),
  'p/:programme/sessions': one(sessions.session.read, 'programme'),
  'p/:programme/mentor-hours': one(sessions.hours.readOfMentors, 'programme'),
  'p/:programme/mentor-hours/export': one(sessions.hours.readOfMentors, 'programme'),
  'p/:programme/sessions/export': one(sessions.session.read, 'programme'),
  'p/:programme/sessions/new': one(sessions.session.logGroup, 'programme'),
  'p/:programme/sessions/:session': one(sessions.session.read, 'programme'),
  'p/:programme/sessions/:session/correct': one(sessions.session.correct, 'programme'),

  my: { role: 'participant' },
  'my/figures': { for: 'participant' },
  'my/style': { for: 'participant' },
  'my/details': { for: 'participant' },
  'my/people': { for: 'participant' },
  'my/people/:enrolment/:person': { for: 'participant', own: 'enterprise' },
  'my/actions': { for: 'participant' },
  'my/sessions/:session': one(sessions.session.confirm, 'enterprise'),
  'my/diagnosis/:diagnosis': { for: 'participant', own: 'enterprise' },
  'my/wish': { for: 'participant' },
  'my/sharing': { for: 'participant' },
  'my/fit/:check': one(matching.fitCheck.answer, 'enterprise'),
  'my/feedback/:feedback': one(matching.feedback.give, 'enterprise'),
  'my/shortlists/:shortlist': one(matching.shortlist.read, 'enterprise'),
};

/** Whether the rule lets the visitor in. */
export function isOpenTo(visitor: Visitor, rule: PageRule): boolean {
  if (visitor.reach === 'foreign') return false;
  if (rule.for === 'member') return true;
  if (visitor.reach === 'ended') return false;
  if (rule.role !== undefined && visitor.role !== rule.role) return false;
  if (rule.for !== undefined && !visitor.is.has(rule.for)) return false;
  if (rule.own !== undefined && !visitor.owns.has(rule.own)) return false;
  return (rule.needs ?? []).every(([permission, about]) => isGranted(visitor, permission, about));
}

/** Each address below a route with the file of its page. */
export function filesOf(entry: RouteConfigEntry, above = ''): [address: string, file: string][] {
  const here = [above, entry.path ?? ''].filter((part) => part !== '').join('/');
  if (!entry.children) return [[here, entry.file]];
  return entry.children.flatMap((child) => filesOf(child, here));
}

/** The addresses of a route and of those below it, as written in the route table. */
export function addressesOf(entry: RouteConfigEntry): string[] {
  return filesOf(entry).map(([address]) => address);
}

/** An address with its parameters filled in. */
export function fill(address: string, params: Readonly<Record<string, string>>): string {
  return `/${address.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`the scene has no ${name} for ${address}`);
    return encodeURIComponent(value);
  })}`;
}
