import { redirect, useLoaderData } from 'react-router';
import { mentorPaths, orgPaths, participantPaths, programmePaths } from '../../kernel/paths.ts';
import { loadPage } from '../../platform/page.ts';
import { type Actor, hasRole } from '../../platform/permission.ts';
import { Panel } from '../../ui/card.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PhoneLink } from '../../ui/phone-link.tsx';
import { whomToRing } from '../../modules/enterprises/advising/reads.ts';
import { programmesByName, programmesOf } from '../../modules/programmes/reads.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { isStaff } from '../navigation.ts';

/** Sends each person to the first screen of their role. */
export const loader = loadPage(async ({ ctx, tx }) => {
  const org = ctx.org.slug;
  if (isStaff(ctx.actor)) {
    const open = (await programmesOf(tx, ctx.actor)).filter((one) => one.state !== 'closed');
    const [first] = open;
    if (first === undefined || open.length > 1) throw redirect(orgPaths(org).programmes);
    const paths = programmePaths(org, first.slug);
    throw redirect(firstScreen(ctx.actor, paths));
  }
  if (hasRole(ctx.actor, 'mentor')) throw redirect(mentorPaths(org).home);
  if (hasRole(ctx.actor, 'participant')) throw redirect(participantPaths(org).home);
  return {
    name: ctx.org.name,
    hasAnyRole: ctx.actor.grants.length > 0,
    contacts: hasRole(ctx.actor, 'partner') ? await contactsOf(tx, ctx) : [],
  };
});

/** Each role begins where its work waits; of several the one with the most to do. */
function firstScreen(actor: Actor, paths: ReturnType<typeof programmePaths>): string {
  if (hasRole(actor, 'adviser')) return paths.today;
  if (hasRole(actor, 'manager')) return paths.desk;
  if (hasRole(actor, 'verifier')) return paths.verify;
  return hasRole(actor, 'finance') ? paths.mentorHours : paths.desk;
}

/** Whom a partner rings, for each programme that runs. */
async function contactsOf(tx: Tx, ctx: Ctx) {
  const running = (await programmesByName(tx)).filter(
    ({ id, state }) =>
      (state === 'open' || state === 'closing') && hasRole(ctx.actor, 'partner', id),
  );
  const contacts = [];
  for (const { id, name } of running) {
    const person = await whomToRing(tx, ctx.clock.now(), { programmeId: id });
    if (person) contacts.push({ programme: name, ...person });
  }
  return contacts;
}

export default function Screen() {
  const { name, hasAnyRole, contacts } = useLoaderData<typeof loader>();
  if (contacts.length > 0) return <PartnerHome name={name} contacts={contacts} />;
  return (
    <>
      <title>Nothing to show yet – Espalier</title>
      <h1 className="govuk-heading-l">Nothing to show yet</h1>
      <p className="govuk-body">
        {hasAnyRole
          ? 'There is nothing here for your role yet.'
          : 'You have no role here at the moment. Ask the person who invited you to give you one.'}
      </p>
    </>
  );
}

type Contacts = Awaited<ReturnType<typeof contactsOf>>;

/** A partner’s first screen: whom to ring, and what will come. */
function PartnerHome({ name, contacts }: { name: string; contacts: Contacts }) {
  return (
    <>
      <title>{`Partner of ${name}`}</title>
      <PageHeading title={`You are a partner of ${name}`} />
      <Panel title="Whom to ring">
        <p className="govuk-body">
          To refer a firm, or to hear how one that you referred is getting on:
        </p>
        <ul className="govuk-list app-list">
          {contacts.map((one) => (
            <li key={`${one.programme} ${one.personId}`}>
              <strong>{one.name}</strong>, {one.programme}
              <br />
              {one.phone ? <PhoneLink number={one.phone} /> : null}
              {one.phone && one.email ? ' · ' : ''}
              {one.email ? <a href={`mailto:${one.email}`}>{one.email}</a> : null}
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title="What will come">
        <p className="govuk-body">
          Your referrals and what became of them, the network’s meetings and its directory will
          stand here. They are not part of this version: nothing waits for you, and nothing is
          missed.
        </p>
      </Panel>
    </>
  );
}
