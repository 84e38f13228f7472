import { redirect, useLoaderData } from 'react-router';
import { withBack } from '../../../kernel/back-path.ts';
import { textOf } from '../../../kernel/form-answer.ts';
import { findDemonstration } from '../../../modules/people/demonstration/reads.ts';
import { isSetUp } from '../../../modules/people/reads.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import passkeyScript from '../../../ui/scripts/passkey-sign-in.ts?worker&url';
import { TextField } from '../../../ui/text-fields.tsx';
import { actAccountPage, authHeaders, backOf, loadAccountPage } from '../../account-page.ts';
import { isKnownDevice, rememberDevice } from '../../known-device.ts';
import { countSignIn, forgetTries, wantsSecondFactor } from '../../sign-in.ts';

export const loader = loadAccountPage(async ({ app, account, url }) => {
  const back = backOf(url);
  if (account) throw redirect(back);
  if (!(await app.database.anonymous(isSetUp))) throw redirect('/');
  const demonstration = await app.database.anonymous(findDemonstration);
  return { back, isDemonstration: demonstration !== null };
});

export const action = actAccountPage(async ({ app, form, url, request, peer, done }) => {
  const email = textOf(form, 'email').toLowerCase();
  const password = textOf(form, 'password');
  const errors: Record<string, string> = {};
  if (!email.includes('@') || email.length > 320) errors['email'] = 'Enter your email address.';
  if (password === '') errors['password'] = 'Enter your password.';
  if (Object.keys(errors).length > 0) return { errors, values: { email } };
  const attempt = { email, peer, isKnown: isKnownDevice(app, request, email) };
  await countSignIn(app, attempt);
  const answer = await app.auth.api.signInEmail({
    body: { email, password },
    headers: authHeaders(request, peer),
    asResponse: true,
  });
  if (!answer.ok) {
    return { problem: 'This email address and password do not fit together.', values: { email } };
  }
  const back = backOf(url);
  const known = rememberDevice(app, request, email, answer);
  if (await wantsSecondFactor(answer)) {
    return done(withBack('/sign-in/code', back), undefined, known);
  }
  await forgetTries(app, attempt);
  return done(back, undefined, known);
});

export default function Screen() {
  const { back, isDemonstration } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <title>Sign in – Espalier</title>
      <ErrorSummary answer={answer} />
      <PageHeading title="Sign in" />
      {isDemonstration ? (
        <p className="govuk-body">
          This is a demonstration:{' '}
          <a className="govuk-link" href="/demonstration">
            look around as one of its people
          </a>
          , without a password.
        </p>
      ) : null}
      <Form>
        <TextField
          name="email"
          label="Email address"
          type="email"
          autoComplete="username"
          spellCheck={false}
          width={30}
          answer={answer}
        />
        <TextField
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          width={30}
          answer={answer}
        />
        <Button>Sign in</Button>
      </Form>
      <div data-passkey-sign-in={back} hidden>
        <button type="button" className="govuk-button govuk-button--secondary">
          Sign in with a passkey
        </button>
        <p className="govuk-error-message" role="alert" />
      </div>
      <ul className="govuk-list">
        <li>
          <a className="govuk-link" href={withBack('/sign-in/link', back)}>
            Have a link sent to you instead
          </a>
        </li>
        <li>
          <a className="govuk-link" href={withBack('/sign-in/new-password', back)}>
            Forgotten your password?
          </a>
        </li>
      </ul>
      <script type="module" src={passkeyScript} />
    </>
  );
}
