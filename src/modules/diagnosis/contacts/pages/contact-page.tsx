import { useLoaderData } from 'react-router';
import { formatDate } from '../../../../kernel/calendar.ts';
import { hasCode, invalid } from '../../../../kernel/errors.ts';
import { textOf } from '../../../../kernel/form-answer.ts';
import { programmePaths } from '../../../../kernel/paths.ts';
import type { Ctx } from '../../../../platform/context.ts';
import { actPage, loadPage } from '../../../../platform/page.ts';
import { may } from '../../../../platform/permission.ts';
import { Panel } from '../../../../ui/card.tsx';
import { ErrorSummary } from '../../../../ui/field.tsx';
import { useFormAnswer } from '../../../../ui/form-answer.ts';
import { Button, ButtonRow, Form, HiddenField } from '../../../../ui/form.tsx';
import { writePrivateNote } from '../../../enterprises/commands/write-private-note.ts';
import { cadenceOf } from '../../../enterprises/enrolment.ts';
import { enterprisePermissions } from '../../../enterprises/permissions.ts';
import { peopleOf } from '../../../enterprises/reads.ts';
import { englandWalesHolidays } from '../../../programmes/holidays/england-wales.ts';
import { programmeBySlug } from '../../../programmes/reads.ts';
import { areas } from '../../areas.ts';
import { logContact } from '../../commands/log-contact.ts';
import { nextContactOn, personToContact, silentBefore } from '../../contact.ts';
import { FirmHead, pathsOf } from '../../pages/firm-head.tsx';
import { openFirm } from '../../pages/open-firm.ts';
import { diagnosisPermissions } from '../../permissions.ts';
import { actionsOf } from '../../plan/reads.ts';
import { needsOf } from '../../reads.ts';
import { intervalAtRisk } from '../../risk.ts';
import { contactOfForm } from '../contact-form.ts';
import { contactsOf, lastSpokenTo, openIssueOf, risksOf, sessionsSince } from '../reads.ts';
import { ContactBrief } from './contact-brief.tsx';
import { ContactFields } from './contact-fields.tsx';
import { ContactTimeline } from './contact-timeline.tsx';

export const loader = loadPage(async (args) => {
  const { ctx, tx } = args;
  const { programme, enrolment, subject, today, firm } = await openFirm(
    args,
    diagnosisPermissions.contact.log,
  );
  const people = (await peopleOf(tx, enrolment.enterpriseId)).filter((one) => one.toOn === null);
  const spoken = await lastSpokenTo(tx, enrolment.id);
  const ring = people.find((one) => one.personId === personToContact(people, spoken));
  const contacts = await contactsOf(tx, enrolment.id);
  const last = contacts.find((one) => one.kind !== 'attempt') ?? null;
  const needs = (await needsOf(tx, enrolment.id)).filter((need) => need.state !== 'closed');
  const cadence = cadenceOf(enrolment, programme.cadence);
  const atRisk = intervalAtRisk(
    cadence,
    {
      ...(await risksOf(tx, enrolment.id, programme.zone)),
      silentSince: silentBefore(enrolment.lastContactOn, today, cadence),
    },
    today,
  );
  const after = (kind: 'call' | 'attempt') =>
    nextContactOn(kind, today, atRisk.days, englandWalesHolidays);
  return {
    firm,
    today,
    now: ctx.clock.now(),
    zone: programme.zone,
    cadence: atRisk.days,
    sooner: atRisk.because,
    next: { call: after('call'), attempt: after('attempt') },
    people: people.map(({ personId, name }) => ({ id: personId, name })),
    proposed: ring?.personId ?? null,
    contacts,
    brief: {
      ring: ring ? { ...pick(ring), spokenAt: spoken.get(ring.personId) ?? null } : null,
      last,
      attempts: last === null ? contacts.length : contacts.indexOf(last),
      needs,
      actions: (await actionsOf(tx, enrolment.id)).filter((one) => one.state === 'open'),
      sessions: await sessionsSince(
        tx,
        enrolment.id,
        enrolment.lastContactOn ?? enrolment.appliedOn,
      ),
      dueOn: enrolment.nextContactOn,
      issue: await openIssueOf(tx, enrolment.id),
    },
    showsNote: may(ctx.actor, enterprisePermissions.privateNote.write, subject),
  };
});

function pick({
  name,
  phone,
  email,
}: {
  name: string;
  phone: string | null;
  email: string | null;
}) {
  return { name, phone, email };
}

export const action = actPage(async ({ ctx, form, params, done, goOn }) => {
  const enrolmentId = params['enrolment'] ?? '';
  const note = textOf(form, 'privateNote');
  if (note.length > 4800) throw invalid({ privateNote: 'A note has at most 4,800 characters.' });
  const { programme, matches } = await ctx.app.database.read(ctx.orgId, async (tx) => ({
    programme: await programmeBySlug(tx, params['programme']),
    matches: (await needsOf(tx, enrolmentId)).flatMap((need) =>
      need.matches.filter((match) => match.to === null).map((match) => match.id),
    ),
  }));
  const contact = contactOfForm(form, programme.zone);
  const logged = await logContact(ctx, { enrolmentId, ...contact }).catch((error: unknown) => {
    if (!hasCode(error, 'invalid')) throw error;
    const { happenedAt, ...fields } = error.fields;
    throw invalid({ ...fields, ...(happenedAt ? { date: happenedAt } : {}) }, error.message);
  });
  if (note !== '') await keepNote(ctx, enrolmentId, note);
  const org = ctx.org.slug;
  const paths = programmePaths(org, programme.slug);
  const sooner = logged.because === '' ? '' : `, sooner than usual: ${logged.because}`;
  const said = `Kept. The next contact is on ${formatDate(logged.nextContactOn)}${sooner}.`;
  if (!contact.hasIssueChanged) return done(paths.enrolment(enrolmentId).record, said);
  const from = `?contact=${logged.contactId}`;
  const wanted = textOf(form, 'matchId');
  const match = matches.find((id) => id === wanted) ?? matches[0];
  return match === undefined
    ? goOn(`${paths.enrolment(enrolmentId).newNeed}${from}`, `${said} Now open the new need.`)
    : goOn(paths.changeMatch(match, logged.contactId), `${said} Now the next need and mentor.`);
});

/** A key belongs to one command; the note gets one of its own, so that it too is written once. */
async function keepNote(ctx: Ctx, enrolmentId: string, body: string): Promise<void> {
  const key = ctx.idempotencyKey && `${ctx.idempotencyKey}/note`;
  await writePrivateNote({ ...ctx, idempotencyKey: key }, { enrolmentId, body });
}

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const { firm, brief, today, zone } = page;
  const paths = pathsOf(firm);
  const matches = brief.needs.flatMap((need) =>
    need.matches
      .filter((match) => match.to === null)
      .map((match) => ({ id: match.id, words: `${match.mentor}, ${areas[need.area].label}` })),
  );
  return (
    <>
      <FirmHead firm={firm} current="record" title="Log a contact" />
      <ErrorSummary answer={answer} />
      <ContactBrief brief={brief} zone={zone} today={today} now={page.now} paths={paths} />
      {firm.isOpen ? (
        <>
          <Form label="Tried, not reached">
            <HiddenField name="kind" value="attempt" />
            {page.proposed ? <HiddenField name="withPersonId" value={page.proposed} /> : null}
            <ButtonRow>
              <Button kind="secondary">Tried, not reached</Button>
              <span className="govuk-body-s">
                One tap: counts as an attempt, and you try again on {formatDate(page.next.attempt)}.
              </span>
            </ButtonRow>
          </Form>
          <Panel title="The contact">
            <Form guardsLeaving label="The contact">
              <ContactFields
                answer={answer}
                today={today}
                people={page.people}
                proposed={page.proposed}
                matches={matches}
                nextHint={
                  page.sooner === ''
                    ? `Left empty: ${formatDate(page.next.call)}, every ${page.cadence} days at this stage, on a working day.`
                    : `Left empty: ${formatDate(page.next.call)}, after ${page.cadence} days, sooner than usual: ${page.sooner}.`
                }
                showsNote={page.showsNote}
              />
              <Button>Keep the contact</Button>
            </Form>
          </Panel>
        </>
      ) : null}
      {page.contacts.length === 0 ? null : (
        <Panel title="Earlier">
          <ContactTimeline contacts={page.contacts} zone={zone} />
        </Panel>
      )}
    </>
  );
}
