import { useLoaderData } from 'react-router';
import { withBack } from '../../../kernel/back-path.ts';
import { textOf } from '../../../kernel/form-answer.ts';
import { passwordLength, passwordProblem } from '../../../modules/people/password.ts';
import { isPasswordLinkOpen } from '../../../platform/auth/open-links.ts';
import { refuseVisitor } from '../../../platform/rate-limit.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { TextField } from '../../../ui/text-fields.tsx';
import { actAccountPage, authHeaders, backOf, loadAccountPage } from '../../account-page.ts';
import { UsedLink } from './used-link.tsx';

export const loader = loadAccountPage(async ({ app, params, url }) => ({
  back: backOf(url),
  isOpen: await isPasswordLinkOpen(app.auth, params['token'] ?? ''),
}));

export const action = actAccountPage(async ({ app, form, params, url, request, peer, done }) => {
  await refuseVisitor(app, 'link-peer', peer, { max: 30, windowSeconds: 900 });
  const newPassword = textOf(form, 'password');
  const problem = passwordProblem(newPassword, []);
  if (problem) return { errors: { password: problem }, values: {} };
  const answer = await app.auth.api.resetPassword({
    body: { newPassword, token: params['token'] ?? '' },
    headers: authHeaders(request, peer),
    asResponse: true,
  });
  if (!answer.ok) {
    return { problem: 'This link has been used or has run out.', values: {} };
  }
  return done(
    withBack('/sign-in', backOf(url)),
    'Your password is changed, and every device is signed out. Sign in with the new one.',
  );
});

export default function Screen() {
  const { back, isOpen } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  if (!isOpen) {
    return (
      <UsedLink what="choose a new password" renewal={withBack('/sign-in/new-password', back)} />
    );
  }
  return (
    <>
      <title>Choose a new password – Espalier</title>
      <ErrorSummary answer={answer} />
      <PageHeading title="Choose a new password" />
      <Form>
        <TextField
          name="password"
          label="New password"
          hint={`At least ${passwordLength.least} characters. A few words in a row are easy to remember.`}
          type="password"
          autoComplete="new-password"
          width={30}
          answer={answer}
        />
        <Button>Change the password</Button>
      </Form>
    </>
  );
}
