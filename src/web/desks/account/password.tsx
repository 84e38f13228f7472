import { textOf } from '../../../kernel/form-answer.ts';
import { passwordLength, passwordProblem } from '../../../modules/people/password.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { TextField } from '../../../ui/text-fields.tsx';
import { actAccountPage, authHeaders, signedIn } from '../../account-page.ts';
import { countProof } from '../../sign-in.ts';

export const action = actAccountPage(async (place) => {
  const { app, form, request, peer, done } = place;
  const account = signedIn(place);
  await countProof(app, account.userId);
  const currentPassword = textOf(form, 'currentPassword');
  const newPassword = textOf(form, 'password');
  const problem = passwordProblem(newPassword, [account.name, account.email.split('@')[0] ?? '']);
  if (currentPassword === '') {
    return { errors: { currentPassword: 'Enter the password you have now.' }, values: {} };
  }
  if (problem) return { errors: { password: problem }, values: {} };
  const answer = await app.auth.api.changePassword({
    body: { currentPassword, newPassword, revokeOtherSessions: true },
    headers: authHeaders(request, peer),
    asResponse: true,
  });
  if (!answer.ok) {
    return { errors: { currentPassword: 'This is not your present password.' }, values: {} };
  }
  return done('/account', 'Your password is changed. Other devices are signed out.', answer);
});

export default function Screen() {
  const answer = useFormAnswer();
  return (
    <>
      <title>Change your password – Espalier</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="Change your password"
        back={{ label: 'Your account', href: '/account' }}
      />
      <Form>
        <TextField
          name="currentPassword"
          label="Present password"
          type="password"
          autoComplete="current-password"
          width={30}
          answer={answer}
        />
        <TextField
          name="password"
          label="New password"
          hint={`At least ${passwordLength.least} characters. A few words in a row are easy to remember.`}
          type="password"
          autoComplete="new-password"
          width={30}
          answer={answer}
        />
        <p className="govuk-body">All your other devices will be signed out.</p>
        <Button>Change the password</Button>
      </Form>
    </>
  );
}
