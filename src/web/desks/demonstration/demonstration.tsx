import { useLoaderData } from 'react-router';
import { formatDate } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { textOf } from '../../../kernel/form-answer.ts';
import { orgPaths } from '../../../kernel/paths.ts';
import {
  demonstrationPeople,
  findDemonstration,
  loadState,
} from '../../../modules/people/demonstration/reads.ts';
import { roleHints, roleLabels } from '../../../modules/people/role.ts';
import type { App } from '../../../platform/context.ts';
import { refuseBeyond } from '../../../platform/rate-limit.ts';
import { CardGrid, Panel, ProgressBar } from '../../../ui/card.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { PostButton } from '../../../ui/form.tsx';
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
    load: await loadState(tx, { clock: app.clock, org }),
    people: await demonstrationPeople(tx),
  }));
  const isLoaded = load.state === 'loaded';
  return {
    name: org.name,
    loading: isLoaded
      ? null
      : {
          percent: load.state === 'loading' ? load.percent : 0,
          reached: load.state === 'loading' ? formatDate(load.reached) : null,
        },
    people: isLoaded
      ? people.map(({ personId, name, role, about }) => ({
          personId,
          name,
          about,
          role: roleLabels[role],
          hint: roleHints[role],
        }))
      : [],
  };
});

export const action = actAccountPage(async ({ app, form, request, peer, done }) => {
  await refuseBeyond(app, `demonstration:${peer}`, { max: 120, windowSeconds: 900 });
  const org = await openDemonstration(app);
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
  const { loading } = page;
  return (
    <>
      <title>Demonstration – Espalier</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title={loading ? 'The demonstration is being loaded' : 'Look around as'}
        caption={`${page.name}: every firm and person here is invented, and no letter leaves.`}
      />
      {loading ? (
        <>
          <meta httpEquiv="refresh" content="2" />
          <Panel>
            <ProgressBar value={loading.percent} most={100} label="Loaded so far, in percent" />
            <p className="govuk-body">
              {loading.reached
                ? `Fourteen months are being played through the same rules as real work. It has reached ${loading.reached}.`
                : 'It begins in a moment.'}{' '}
              This page looks again by itself. It takes about a minute.
            </p>
          </Panel>
        </>
      ) : (
        <CardGrid>
          {page.people.map((person) => (
            <section className="app-card" key={person.personId}>
              <h2 className="govuk-heading-s">{person.role}</h2>
              <p className="govuk-body-s">{person.hint}.</p>
              <PostButton values={{ person: person.personId }}>Sign in as {person.name}</PostButton>
              {person.about ? <p className="app-card__note">{person.about}</p> : null}
            </section>
          ))}
        </CardGrid>
      )}
    </>
  );
}
