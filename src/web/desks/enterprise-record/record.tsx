import { useLoaderData } from 'react-router';
import { formatDate } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { diagnosisPermissions } from '../../../modules/diagnosis/permissions.ts';
import {
  type EnrolmentState,
  enrolmentStateWords,
  isOpen,
} from '../../../modules/enterprises/enrolment.ts';
import { enterprisePermissions } from '../../../modules/enterprises/permissions.ts';
import { intakePermissions } from '../../../modules/intake/permissions.ts';
import { matchingPermissions } from '../../../modules/matching/permissions.ts';
import { type Stage, stageWords } from '../../../modules/programmes/programme.ts';
import { programmeBySlug } from '../../../modules/programmes/reads.ts';
import { sessionPermissions } from '../../../modules/sessions/permissions.ts';
import { hoursOf } from '../../../modules/sessions/reads.ts';
import { loadPage } from '../../../platform/page.ts';
import { refusedLettersOf } from '../../../platform/mail/refused.ts';
import { may, type Permission } from '../../../platform/permission.ts';
import { TwoColumns } from '../../../ui/card.tsx';
import { EnrolmentNav } from '../../../ui/enrolment-nav.tsx';
import { LinkButton } from '../../../ui/form.tsx';
import { Inset } from '../../../ui/notification-banner.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { enrolmentStateTones } from './record-words.ts';
import { NeedsPanel, ActionsPanel } from './needs-panel.tsx';
import { FactsPanel, HoursPanel, MatchesPanel, PeoplePanel } from './side-panels.tsx';
import { recordFacts } from './record-reads.ts';
import { TimelinePanel } from './timeline-panel.tsx';
import { type TimelineKind, timelineKinds, timelineOf } from './timeline-reads.ts';

const pageSize = 50;

export const loader = loadPage(async ({ ctx, tx, params, url }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const enrolmentId = params['enrolment'] ?? '';
  const subject = { programmeId: programme.id };
  const mayReadActions = may(ctx.actor, diagnosisPermissions.action.read, subject);
  const asks: Partial<Record<TimelineKind, Permission>> = {
    contact: diagnosisPermissions.contact.read,
    diagnosis: diagnosisPermissions.diagnosis.read,
    offer: matchingPermissions.offer.read,
    measure: enterprisePermissions.measure.read,
  };
  const open = timelineKinds.filter((kind) => {
    const permission = asks[kind];
    return permission === undefined || may(ctx.actor, permission, subject);
  });
  const wanted = url.searchParams.getAll('kind');
  const kinds = open.filter((kind) => wanted.length === 0 || wanted.includes(kind));
  const page = Math.max(1, Math.min(1000, Math.trunc(Number(url.searchParams.get('page')) || 1)));
  const [facts, timeline, hours] = await Promise.all([
    recordFacts(tx, programme.id, enrolmentId),
    timelineOf(tx, {
      enrolmentId,
      zone: programme.zone,
      kinds,
      limit: pageSize,
      offset: (page - 1) * pageSize,
    }),
    hoursOf(tx, ctx, enrolmentId),
  ]);
  if (!facts || !may(ctx.actor, enterprisePermissions.enrolment.read, subject)) {
    throw notFound('enterprise');
  }
  return {
    org: ctx.org.slug,
    zone: programme.zone,
    today: ctx.clock.today(programme.zone),
    programme: { slug: programme.slug, introductionDays: programme.introduction_days },
    facts: mayReadActions ? facts : { ...facts, actions: [] },
    refused: await refusedLettersOf(
      tx,
      facts.people.map((person) => person.id),
    ),
    isContactOverdue:
      isOpen(facts.state) &&
      facts.nextContactOn !== null &&
      facts.nextContactOn < ctx.clock.today(programme.zone),
    hours: hours.indicators.map(({ indicator, bar }) => ({
      code: indicator.code,
      label: indicator.label,
      counted: bar.counted,
      needed: bar.needed,
      forecastOn: bar.forecastOn,
      isAtRisk: bar.atRisk,
    })),
    timeline: { ...timeline, page, pageSize, open, chosen: wanted as TimelineKind[] },
    may: {
      logContact: may(ctx.actor, diagnosisPermissions.contact.log, subject),
      logSession: may(ctx.actor, sessionPermissions.session.log, subject),
      edit: may(ctx.actor, enterprisePermissions.enterprise.edit, subject),
      assign: may(ctx.actor, enterprisePermissions.enrolment.assign, subject),
      readApplication: may(ctx.actor, intakePermissions.application.read, subject),
      openNeed: may(ctx.actor, diagnosisPermissions.need.write, subject),
      readActions: mayReadActions,
      readDiagnosis: may(ctx.actor, diagnosisPermissions.diagnosis.read, subject),
      readNotes: may(ctx.actor, enterprisePermissions.privateNote.answerOpening, subject),
    },
  };
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const { facts } = page;
  const paths = programmePaths(page.org, page.programme.slug);
  const own = paths.enrolment(facts.enrolmentId);
  return (
    <>
      <title>{`${facts.name} – Espalier`}</title>
      <PageHeading
        title={facts.name}
        caption={
          <>
            <Tag tone={enrolmentStateTones[facts.state] ?? 'neutral'}>
              {enrolmentStateWords[facts.state as EnrolmentState] ?? facts.state}
            </Tag>{' '}
            {stageWords[facts.stage as Stage]}
            {facts.adviser ? ` · adviser ${facts.adviser}` : ' · no adviser yet'}
            {facts.nextContactOn
              ? ` · next contact ${formatDate(facts.nextContactOn)}${facts.nextContactWhy ? `, sooner because ${facts.nextContactWhy}` : ''}`
              : ''}{' '}
            {page.isContactOverdue ? <Tag tone="bad">overdue</Tag> : null}
          </>
        }
        back={{ label: 'Enterprises', href: paths.enterprises }}
        actions={
          <>
            {page.may.logContact ? <LinkButton href={own.contact}>Log a contact</LinkButton> : null}
            {page.may.logSession ? (
              <LinkButton href={own.newSession} kind="secondary">
                Log a session
              </LinkButton>
            ) : null}
          </>
        }
      />
      <EnrolmentNav
        paths={own}
        current="record"
        showsNotes={page.may.readNotes}
        showsDiagnosis={page.may.readDiagnosis}
      />
      {facts.state === 'applied' ? (
        <Inset>
          Eligibility is not decided yet, so nothing counts.{' '}
          <a href={own.eligibility}>Go through the tests</a>
          {facts.adviser === null && page.may.assign ? (
            <>
              {' '}
              and <a href={own.adviser}>say who looks after the firm</a>
            </>
          ) : null}
        </Inset>
      ) : null}
      {facts.state === 'not-eligible' ? (
        <Inset>
          Not eligible. {facts.refusal} <a href={own.eligibility}>See the tests</a>
        </Inset>
      ) : null}
      <TwoColumns
        main={
          <>
            <NeedsPanel
              needs={facts.needs}
              paths={paths}
              own={own}
              today={page.today}
              targetDays={page.programme.introductionDays}
              mayOpen={page.may.openNeed}
            />
            <TimelinePanel
              {...page.timeline}
              zone={page.zone}
              mayLogContact={page.may.logContact}
              paths={paths}
              own={own}
            />
          </>
        }
        side={
          <>
            <HoursPanel hours={page.hours} href={own.hours} />
            <MatchesPanel matches={facts.matches} paths={paths} />
            <PeoplePanel people={facts.people} refused={page.refused} href={own.people} />
            {page.may.readActions ? (
              <ActionsPanel actions={facts.actions} today={page.today} href={own.actions} />
            ) : null}
            <FactsPanel
              facts={facts}
              href={page.may.edit ? own.edit : null}
              links={[
                ...(page.may.readApplication && facts.applicationId
                  ? [
                      {
                        label: 'What they applied with',
                        href: paths.application(facts.applicationId),
                      },
                    ]
                  : []),
                ...(page.may.assign
                  ? [
                      { label: 'Adviser and contact', href: own.adviser },
                      { label: 'What mentors may see', href: own.sharing },
                      { label: 'Close or reopen', href: own.close },
                    ]
                  : []),
              ]}
            />
          </>
        }
      />
    </>
  );
}
