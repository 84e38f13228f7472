import { useLoaderData } from 'react-router';
import { withBack } from '../../../kernel/back-path.ts';
import { textOf } from '../../../kernel/form-answer.ts';
import { refuseVisitor } from '../../../platform/rate-limit.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { TextField } from '../../../ui/text-fields.tsx';
import { actAccountPage, authHeaders, backOf, loadAccountPage } from '../../account-page.ts';

export const loader = loadAccountPage(async ({ url }) => ({
  back: backOf(url),
  isBackup: url.searchParams.has('backup'),
}));

export const action = actAccountPage(async ({ app, form, url, request, peer, done }) => {
  await refuseVisitor(app, 'code-peer', peer, { max: 30, windowSeconds: 900 });
  const code = textOf(form, 'code').replace(/\s/g, '');
  if (code === '') return { errors: { code: 'Enter the code.' }, values: {} };
  const asked = { body: { code }, headers: authHeaders(request, peer), asResponse: true } as const;
  const answer = /^\d{6}$/.test(code)
    ? await app.auth.api.verifyTOTP(asked)
    : await app.auth.api.verifyBackupCode(asked);
  if (!answer.ok) return { errors: { code: await why(answer) }, values: {} };
  return done(backOf(url), undefined, answer);
});

async function why(answer: Response): Promise<string> {
  const body: unknown = await answer.json();
  const reason = typeof body === 'object' && body !== null && 'code' in body ? body.code : '';
  if (reason === 'CODE_USED') {
    return 'This code has been used. Sign in again, and wait for the next one.';
  }
  if (reason === 'INVALID_TWO_FACTOR_COOKIE') return 'This took too long. Sign in again.';
  if (answer.status === 429 || reason === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE') {
    return 'Too many wrong codes. Sign in again in a quarter of an hour.';
  }
  return 'This code is not right. Use the newest one your app shows.';
}

export default function Screen() {
  const { back, isBackup } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <title>Enter your code – Espalier</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="Enter your code"
        back={{ label: 'Sign in', href: withBack('/sign-in', back) }}
      />
      <Form>
        <TextField
          name="code"
          label="Code"
          hint={isBackup ? 'One of your backup codes' : 'Six digits from your authenticator app'}
          autoComplete={isBackup ? 'off' : 'one-time-code'}
          inputMode={isBackup ? 'text' : 'numeric'}
          spellCheck={false}
          width={20}
          answer={answer}
        />
        <Button>Continue</Button>
      </Form>
      <p className="govuk-body">
        {isBackup ? (
          <a href={withBack('/sign-in/code', back)}>Use the app instead</a>
        ) : (
          <a href={`/sign-in/code?backup=1&back=${encodeURIComponent(back)}`}>
            Use a backup code instead
          </a>
        )}
      </p>
    </>
  );
}
