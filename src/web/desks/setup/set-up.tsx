import { redirect, useLoaderData } from 'react-router';
import { textOf } from '../../../kernel/form-answer.ts';
import { notFound } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { setUpOrganisation } from '../../../modules/people/commands/set-up-organisation.ts';
import { claimForDemonstration } from '../../../modules/people/demonstration/claim.ts';
import { currencies, zones } from '../../../modules/people/organisation.ts';
import { passwordLength } from '../../../modules/people/password.ts';
import { isSetUp } from '../../../modules/people/reads.ts';
import type { Organisation } from '../../../platform/context.ts';
import { publicActor } from '../../../platform/permission.ts';
import { refuseVisitor } from '../../../platform/rate-limit.ts';
import { isSetupOpen } from '../../../platform/setup-token.ts';
import { Panel } from '../../../ui/card.tsx';
import { SelectField, Fieldset } from '../../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { TextField } from '../../../ui/text-fields.tsx';
import { actAccountPage, authHeaders, loadAccountPage } from '../../account-page.ts';

export const loader = loadAccountPage(async ({ app, params }) => {
  const { isDone, isOpen } = await app.database.anonymous(async (tx) => ({
    isDone: await isSetUp(tx),
    isOpen: await isSetupOpen(tx, params['secret']),
  }));
  if (isDone) throw redirect('/sign-in');
  if (!isOpen) throw notFound();
  return { zones: zones(), currencies: [...currencies] };
});

export const action = actAccountPage(async ({ app, form, params, request, peer, done }) => {
  await refuseVisitor(app, 'setup-peer', peer, { max: 30, windowSeconds: 900 });
  const field = (name: string) => textOf(form, name);
  if (field('_do') === 'demonstration') {
    await claimForDemonstration(app, params['secret'] ?? '');
    return done('/demonstration');
  }
  const org: Organisation = {
    orgId: newId(),
    slug: field('slug'),
    name: field('name'),
    zone: 'Europe/London',
    currency: 'GBP',
    isDemonstration: false,
  };
  const ctx = { app, org, orgId: org.orgId, actor: publicActor, clock: app.clock };
  const made = await setUpOrganisation(ctx, {
    secret: params['secret'] ?? '',
    name: field('name'),
    slug: field('slug'),
    zone: field('zone'),
    currency: field('currency') as (typeof currencies)[number],
    adminName: field('adminName'),
    email: field('email'),
    password: field('password'),
  });
  const answer = await app.auth.api.signInEmail({
    body: { email: made.email, password: field('password') },
    headers: authHeaders(request, peer),
    asResponse: true,
  });
  return done(`/o/${made.slug}`, 'Espalier is set up. Next, make your first programme.', answer);
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <title>Set up Espalier – Espalier</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="Set up Espalier"
        caption="Nobody uses this installation yet. Whoever sets it up becomes its first administrator."
      />
      <Form>
        <Fieldset legend="Your organisation">
          <TextField name="name" label="Name" width={30} answer={answer} />
          <TextField
            name="slug"
            label="Short name in addresses"
            hint="Small letters, digits and hyphens, such as growth-hub. Made from the name when left empty."
            spellCheck={false}
            width={20}
            isOptional
            answer={answer}
          />
          <SelectField
            name="zone"
            label="Time zone"
            value="Europe/London"
            options={page.zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
            answer={answer}
          />
          <SelectField
            name="currency"
            label="Currency"
            value="GBP"
            options={page.currencies.map((currency) => ({ value: currency, label: currency }))}
            answer={answer}
          />
        </Fieldset>
        <Fieldset legend="You, the first administrator">
          <TextField
            name="adminName"
            label="Your name"
            autoComplete="name"
            width={30}
            answer={answer}
          />
          <TextField
            name="email"
            label="Email address"
            hint="You sign in with it"
            type="email"
            autoComplete="username"
            spellCheck={false}
            width={30}
            answer={answer}
          />
          <TextField
            name="password"
            label="Password"
            hint={`At least ${passwordLength.least} characters. A few words in a row are easy to remember.`}
            type="password"
            autoComplete="new-password"
            width={30}
            answer={answer}
          />
        </Fieldset>
        <Button>Set up</Button>
      </Form>
      <Panel title="Only looking?">
        <p className="govuk-body">
          Load a programme with invented firms, mentors and fourteen months of history, and sign in
          as any of its people. No letter leaves. It can be removed again, but not turned into a
          real one.
        </p>
        <Form label="Demonstration">
          <Button kind="secondary" name="_do" value="demonstration">
            Load the demonstration programme instead
          </Button>
        </Form>
      </Panel>
    </>
  );
}
