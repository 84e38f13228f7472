import { useActionData, useLoaderData } from 'react-router';
import { withBack } from '../../../kernel/back-path.ts';
import { textOf } from '../../../kernel/form-answer.ts';
import { isMailAddress } from '../../../kernel/contact-details.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { TextField } from '../../../ui/text-fields.tsx';
import { actAccountPage, authHeaders, backOf, loadAccountPage } from '../../account-page.ts';
import { countLetter } from '../../sign-in.ts';

export const loader = loadAccountPage(async ({ url }) => ({ back: backOf(url) }));

export const action = actAccountPage(async ({ app, form, url, request, peer }) => {
  const email = textOf(form, 'email').toLowerCase();
  if (!isMailAddress(email)) {
    return { errors: { email: 'Enter your email address.' }, values: { email } };
  }
  await countLetter(app, email, peer);
  // Not awaited: how long it takes must not tell whether the address is known.
  void app.auth.api
    .requestPasswordReset({
      body: { email, redirectTo: backOf(url) },
      headers: authHeaders(request, peer),
    })
    .catch((error: unknown) =>
      app.log.error({ err: error }, 'a link for a new password could not be sent'),
    );
  return { sentTo: email, leaves: app.post.leaves };
});

/** Without a mail server. */
const staysHere = 'is written and stays in the mailbox, where an administrator finds it';

export default function Screen() {
  const { back } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const sent = useActionData<typeof action>();
  if (sent && 'sentTo' in sent) {
    return (
      <>
        <title>Look into your mailbox – Espalier</title>
        <PageHeading title="Look into your mailbox" />
        <p className="govuk-body">
          If somebody signs in with {sent.sentTo}, a letter{' '}
          {sent.leaves ? 'is on its way' : staysHere}. Its link works once, for an hour.
        </p>
        <p className="govuk-body">
          <a className="govuk-link" href={withBack('/sign-in', back)}>
            Back to signing in
          </a>
        </p>
      </>
    );
  }
  return (
    <>
      <title>Forgotten password – Espalier</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="Forgotten your password?"
        back={{ label: 'Sign in', href: withBack('/sign-in', back) }}
      />
      <p className="govuk-body">We send a link with which you can choose a new one.</p>
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
        <Button>Send the link</Button>
      </Form>
    </>
  );
}
