import { useLoaderData } from 'react-router';
import { type CalendarDate, formatDate } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { textOf } from '../../../kernel/form-answer.ts';
import { listWords } from '../../../kernel/text.ts';
import { orgPaths } from '../../../kernel/paths.ts';
import { beginAnew } from '../../../modules/people/demonstration/claim.ts';
import { shownRoles } from '../../../modules/people/demonstration/demonstration.ts';
import {
  type DemonstrationPerson,
  demonstrationPeople,
  findDemonstration,
  loadState,
} from '../../../modules/people/demonstration/reads.ts';
import { roleHints, roleLabels } from '../../../modules/people/role.ts';
import type { App } from '../../../platform/context.ts';
import { refuseVisitor } from '../../../platform/rate-limit.ts';
import { Panel, ProgressBar } from '../../../ui/card.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { ButtonRow, PostButton } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { actAccountPage, authHeaders, loadAccountPage } from '../../account-page.ts';

/** The demonstration of this installation; anywhere else this page does not exist. */
async function openDemonstration(app: App) {
  const org = await app.database.anonymous(findDemonstration);
  if (org === null) throw notFound();
  return org;
}

export const loader = loadAccountPage(async ({ app }) => {
  const org = await openDemonstration(app);
  const { load, people } = await app.database.read(org.orgId, async (tx) => ({
    load: await loadState(tx, app),
    people: await demonstrationPeople(tx),
  }));
  const isLoaded = load.state === 'loaded';
  return {
    name: org.name,
    failed: load.state === 'failed' ? failure(load) : null,
    loading:
      isLoaded || load.state === 'failed'
        ? null
        : {
            percent: load.state === 'loading' ? load.percent : 0,
            reached: load.state === 'loading' ? formatDate(load.reached) : null,
          },
    // As soon as there is a firm with somebody to sign in as; the rest is told behind.
    roles: isLoaded || (load.state === 'loading' && isOpen(people)) ? byRole(people) : [],
  };
});

function isOpen(people: readonly DemonstrationPerson[]): boolean {
  return people.some(({ role }) => role === 'participant');
}

function failure({ reached, why }: { reached: CalendarDate | null; why: string | null }) {
  return {
    reached: reached === null ? null : formatDate(reached),
    why: why ?? 'Nothing has been heard of it for some minutes.',
  };
}

function byRole(people: readonly DemonstrationPerson[]) {
  return shownRoles.flatMap((role) => {
    const own = people.filter((person) => person.role === role);
    if (own.length === 0) return [];
    return [
      {
        label: roleLabels[role],
        hint: roleHints[role],
        about: listWords(own.map(({ about }) => about).filter((about) => about !== '')),
        people: own.map(({ personId, name }) => ({ personId, name })),
      },
    ];
  });
}

export const action = actAccountPage(async ({ app, form, request, peer, done }) => {
  await refuseVisitor(app, 'demonstration', peer, { max: 120, windowSeconds: 900 });
  const org = await openDemonstration(app);
  if (textOf(form, '_do') === 'anew') {
    const load = await app.database.read(org.orgId, (tx) => loadState(tx, app));
    // Pressed twice: the first has begun it.
    if (load.state === 'failed') await beginAnew(app);
    return done('/demonstration');
  }
  const people = await app.database.read(org.orgId, demonstrationPeople);
  const person = people.find((each) => each.personId === textOf(form, 'person'));
  if (!person) throw notFound();
  const answer = await app.auth.api.signInByServer({
    body: { userId: person.userId },
    headers: authHeaders(request, peer),
    asResponse: true,
  });
  return done(orgPaths(org.slug).home, `You are signed in as ${person.name}.`, answer);
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const { loading, failed } = page;
  return (
    <>
      <title>Demonstration – Espalier</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title={headingOf(page)}
        caption={`${page.name}: every firm and person here is invented, and no letter leaves.`}
      />
      {failed ? <Failed {...failed} /> : null}
      {loading ? <Loading {...loading} isOpen={page.roles.length > 0} /> : null}
      {page.roles.map((role) => (
        <Panel key={role.label} title={role.label}>
          <p className="govuk-body">
            {role.hint}
            {role.about === '' ? null : `, here: ${role.about}`}.
          </p>
          <ButtonRow>
            {role.people.map((person) => (
              <PostButton key={person.personId} values={{ person: person.personId }}>
                <span className="govuk-visually-hidden">Sign in as </span>
                {person.name}
              </PostButton>
            ))}
          </ButtonRow>
        </Panel>
      ))}
    </>
  );
}

function headingOf(page: {
  loading: object | null;
  failed: object | null;
  roles: readonly unknown[];
}): string {
  if (page.failed) return 'The demonstration could not be loaded';
  return page.loading && page.roles.length === 0
    ? 'The demonstration is being loaded'
    : 'Whom would you like to be?';
}

function Failed({ reached, why }: { reached: string | null; why: string }) {
  return (
    <Panel>
      <p className="govuk-body">
        {reached === null ? 'It never began.' : `Its story stopped on ${reached}.`} {why}
      </p>
      <p className="govuk-body">
        Nothing of yours is lost: everything in it is invented. Beginning anew removes what is there
        and tells another story of the same people.
      </p>
      <ButtonRow>
        <PostButton kind="primary" values={{ _do: 'anew' }}>
          Begin anew
        </PostButton>
      </ButtonRow>
    </Panel>
  );
}

interface LoadingProps {
  percent: number;
  reached: string | null;
  isOpen: boolean;
}

function Loading({ percent, reached, isOpen: isEntered }: LoadingProps) {
  return (
    <Panel>
      <div data-looks-again={isEntered ? 'open' : 'closed'} role="status">
        <ProgressBar value={percent} most={100} label="Loaded so far" />
        <p className="govuk-body">
          {reached
            ? `Fourteen months are being played through the same rules as real work. It has reached ${reached}.`
            : 'It begins in a moment.'}{' '}
          {isEntered
            ? 'You can look around already: pages fill up meanwhile, and Today is right when it is done.'
            : 'You can look around in some seconds; all of it takes about a minute.'}
        </p>
      </div>
      <p className="govuk-body">
        <a className="govuk-link" href="/demonstration">
          Look again
        </a>
      </p>
    </Panel>
  );
}
