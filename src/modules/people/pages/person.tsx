import { useLoaderData } from 'react-router';
import { formatDate, dateInZone, addMinutes, formatInstant } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { optionalOf, textOf } from '../../../kernel/form-answer.ts';
import { orgPaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import { lettersLeave, saidOfLetter, saidOfLink } from '../../../platform/mail/leaving.ts';
import { livePages } from '../../../platform/links.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { refusedLettersOf } from '../../../platform/mail/refused.ts';
import { may, mayAnywhere, type Role } from '../../../platform/permission.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { ButtonRow, LinkButton } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Panel } from '../../../ui/card.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { Undelivered } from '../../../ui/undelivered.tsx';
import { endPersonLinks } from '../commands/end-person-links.ts';
import { endPersonSessions } from '../commands/end-person-sessions.ts';
import { grantRole } from '../commands/grant-role.ts';
import { invitePerson } from '../commands/invite-person.ts';
import { revokeInvitation } from '../commands/revoke-invitation.ts';
import { showInvitationLink } from '../commands/show-invitation-link.ts';
import { waitingInvitationLink } from '../invitation-link-rows.ts';
import { peoplePermissions } from '../permissions.ts';
import { statusLabels } from '../person.ts';
import { personPage, programmeChoices } from '../reads.ts';
import { requestsFor } from '../requests/reads.ts';
import { mayGrant, mayInvite, mayManage } from '../role.ts';
import { InvitationsPanel } from './invitations-panel.tsx';
import { roleChoices } from './role-choices.ts';
import { RolesPanel } from './roles-panel.tsx';
import { LinksPanel } from './links-panel.tsx';
import { SessionsPanel } from './sessions-panel.tsx';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  if (!mayAnywhere(ctx.actor, peoplePermissions.person.read)) throw notFound();
  const { person, ...page } = await personPage(tx, ctx, params['person'] ?? '');
  const { actor, org } = ctx;
  const paths = orgPaths(org.slug);
  const awaited = await requestsFor(tx, person.id);
  const held = [...page.roles.filter((role) => role.isHeld), ...awaited];
  const isPresent = person.removed_at === null;
  const day = (instant: string) => formatDate(dateInZone(instant, org.zone));
  const lastDay = (instant: string) => formatDate(dateInZone(addMinutes(instant, -1), org.zone));
  return {
    ...page,
    name: person.name,
    email: person.email,
    refused: (await refusedLettersOf(tx, [person.id])).get(person.id),
    phone: person.phone,
    accessNeeds: person.access_needs,
    quiet: `${person.quiet_from} to ${person.quiet_to}`,
    removedOn: person.removed_at && day(person.removed_at),
    roles: page.roles.map((role) => ({
      ...role,
      since: day(role.grantedAt),
      until: role.endedAt ? day(role.endedAt) : role.expiresAt && lastDay(role.expiresAt),
      endHref:
        isPresent && role.isHeld && mayGrant(actor, role)
          ? paths.endRole(person.id, role.id)
          : null,
    })),
    invitations: page.invitations.map((invitation) => ({
      ...invitation,
      sent: day(invitation.invitedAt),
      lastDay: lastDay(invitation.expiresAt),
    })),
    leaves: lettersLeave(ctx),
    link: await ownLink(),
    sessions: page.sessions.map((session) => ({
      ...session,
      lastUsed: formatInstant(session.lastUsedAt, org.zone),
    })),
    links:
      isPresent && may(actor, peoplePermissions.person.endLinks, {})
        ? await livePages(tx, ctx, person.id)
        : 0,
    choices:
      isPresent && mayAnywhere(actor, peoplePermissions.role.grant)
        ? roleChoices(actor, await programmeChoices(tx))
        : null,
    mayInvite: isPresent && person.user_id === null && mayInvite(actor, held),
    editHref:
      isPresent && may(actor, peoplePermissions.person.edit, {}) && mayManage(actor, held)
        ? paths.editPerson(person.id)
        : null,
    removeHref:
      isPresent && may(actor, peoplePermissions.person.remove, {}) && person.id !== actor.personId
        ? paths.removePerson(person.id)
        : null,
    awaited,
    requestsHref: mayAnywhere(actor, peoplePermissions.role.confirm) ? paths.roleRequests : null,
    back: paths.people,
  };

  /** Whoever has just written the invitation has its link at once; others ask for it, which is written down. */
  async function ownLink(): Promise<string | null> {
    if (lettersLeave(ctx) || !isPresent || !mayInvite(actor, held)) return null;
    const link = await waitingInvitationLink(tx, ctx, person.id);
    return link !== null && link.invitedById === actor.personId ? link.url : null;
  }
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const personId = params['person'] ?? '';
  const here = orgPaths(ctx.org.slug).person(personId);
  switch (
    verbOf(form, ['grant', 'invite', 'show-link', 'revoke', 'end-sessions', 'end-links'], 'intent')
  ) {
    case 'grant':
      const { requestId } = await grantRole(ctx, {
        personId,
        role: textOf(form, 'role') as Role,
        programmeId: optionalOf(form, 'programmeId') ?? null,
        expiresOn: optionalOf(form, 'expiresOn') ?? null,
        reason: textOf(form, 'reason'),
      });
      return done(
        here,
        requestId === null
          ? 'The role is given.'
          : `The role waits for a second person. ${saidOfLetter(ctx, 'A letter to those who may confirm it')}`,
      );
    case 'invite':
      await invitePerson(ctx, { personId });
      return done(here, `${saidOfLink(ctx, 'The invitation')} Earlier links no longer work.`);
    case 'show-link': {
      const { url } = await showInvitationLink(ctx, { personId });
      return { values: { link: url } };
    }
    case 'revoke':
      await revokeInvitation(ctx, { invitationId: textOf(form, 'invitation') });
      return done(here, 'The invitation is taken back.');
    case 'end-links': {
      const { ended } = await endPersonLinks(ctx, { personId });
      return done(here, `${plural(ended, 'mailed link')} ended.`);
    }
    case 'end-sessions': {
      const { ended } = await endPersonSessions(ctx, { personId });
      return done(here, `${plural(ended, 'device')} signed out.`);
    }
  }
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <title>{`${page.name} – Espalier`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title={page.name}
        caption={page.removedOn ? `Removed on ${page.removedOn}` : statusLabels[page.status]}
        back={{ label: 'People', href: page.back }}
        actions={page.editHref ? <LinkButton href={page.editHref}>Edit</LinkButton> : null}
      />
      <Panel title="Details">
        <SummaryList
          rows={[
            {
              key: 'Email',
              value: (
                <>
                  {page.email}
                  <Undelivered letter={page.refused} />
                </>
              ),
            },
            ...(page.signsInAs && page.signsInAs !== page.email
              ? [{ key: 'Signs in as', value: page.signsInAs }]
              : []),
            { key: 'Telephone', value: page.phone },
            { key: 'Access needs', value: page.accessNeeds },
            { key: 'Quiet hours', value: page.quiet },
          ]}
        />
      </Panel>
      <RolesPanel
        roles={page.roles}
        awaited={page.awaited}
        requestsHref={page.requestsHref}
        choices={page.choices}
        answer={answer}
      />
      <InvitationsPanel
        invitations={page.invitations}
        mayInvite={page.mayInvite}
        hasAddress={page.email !== null}
        leaves={page.leaves}
        link={
          page.link ?? (typeof answer?.values?.['link'] === 'string' ? answer.values['link'] : null)
        }
      />
      {page.sessions.length === 0 ? null : <SessionsPanel sessions={page.sessions} />}
      {page.links === 0 ? null : <LinksPanel links={page.links} />}
      {page.removeHref ? (
        <ButtonRow>
          <LinkButton href={page.removeHref} kind="warning">
            Remove from the organisation
          </LinkButton>
        </ButtonRow>
      ) : null}
    </>
  );
}
