import { toString as drawQr } from 'qrcode';
import { useActionData, useLoaderData } from 'react-router';
import { type FormValues, textOf } from '../../../kernel/form-answer.ts';
import { verbOf } from '../../../platform/page.ts';
import { Panel } from '../../../ui/card.tsx';
import { CopyText } from '../../../ui/copy-text.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { Inset, Warning } from '../../../ui/notification-banner.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { PrintButton } from '../../../ui/print.tsx';
import { TextField } from '../../../ui/text-fields.tsx';
import { actAccountPage, authHeaders, loadAccountPage, signedIn } from '../../account-page.ts';
import { countProof } from '../../sign-in.ts';

export const loader = loadAccountPage(async (place) => ({ isOn: signedIn(place).hasSecondFactor }));

export const action = actAccountPage<Shown>(async (place) => {
  const { app, form, request, peer, done } = place;
  const account = signedIn(place);
  await countProof(app, account.userId);
  const headers = authHeaders(request, peer);
  const intent = verbOf(form, ['start', 'confirm', 'turn-off', 'new-codes'], 'intent');
  if (intent === 'confirm') {
    const code = textOf(form, 'code').replace(/\s/g, '');
    const answer = await app.auth.api.verifyTOTP({ body: { code }, headers, asResponse: true });
    return answer.ok
      ? done(
          '/account',
          'The second factor is on. You will be asked for a code when you sign in.',
          answer,
        )
      : {
          errors: { code: 'This code is not right. Use the newest one your app shows.' },
          values: { intent },
        };
  }
  const password = textOf(form, 'password');
  const asked = { body: { password }, headers, asResponse: true } as const;
  const wrong = { errors: { password: 'This is not your present password.' }, values: {} };
  if (intent === 'turn-off') {
    const answer = await app.auth.api.disableTwoFactor(asked);
    if (!answer.ok) return wrong;
    return done('/account', 'The second factor is off.', answer);
  }
  if (intent === 'new-codes') {
    const answer = await app.auth.api.generateBackupCodes(asked);
    if (!answer.ok) return wrong;
    const { backupCodes } = (await answer.json()) as { backupCodes: string[] };
    return { kind: 'codes', backupCodes, values: {} };
  }
  const answer = await app.auth.api.enableTwoFactor(asked);
  if (!answer.ok) return wrong;
  const made = (await answer.json()) as { totpURI: string; backupCodes: string[] };
  const svg = await drawQr(made.totpURI, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
  return {
    kind: 'started',
    picture: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
    uri: made.totpURI,
    secret: new URL(made.totpURI).searchParams.get('secret') ?? '',
    backupCodes: made.backupCodes,
    values: {},
  };
});

type Shown =
  | {
      kind: 'started';
      picture: string;
      uri: string;
      secret: string;
      backupCodes: string[];
      values: FormValues;
    }
  | { kind: 'codes'; backupCodes: string[]; values: FormValues };

export default function Screen() {
  const { isOn } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const shown = sent && 'kind' in sent ? sent : null;
  const answer = useFormAnswer();
  const isConfirming = shown?.kind === 'started' || textOf(answer.values, 'intent') === 'confirm';
  return (
    <>
      <title>Second factor – Espalier</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="Second factor"
        caption="A code from an app on your phone, beside your password."
        back={{ label: 'Your account', href: '/account' }}
      />
      {isConfirming ? (
        <>
          {shown?.kind === 'started' ? <Secret {...shown} /> : null}
          <Confirm isAgain={shown === null} />
        </>
      ) : shown ? (
        <BackupCodes codes={shown.backupCodes} />
      ) : isOn ? (
        <On />
      ) : (
        <Start />
      )}
    </>
  );
}

function Start() {
  return (
    <Form>
      <HiddenField name="intent" value="start" />
      <p className="govuk-body">
        You need an authenticator app, such as the one in your password manager. First say your
        password again. If you came here from a page of your organisation, it asks for a second
        factor for your role, and goes on as soon as it is on.
      </p>
      <PasswordField />
      <Button>Set up</Button>
    </Form>
  );
}

function Secret(props: { picture: string; uri: string; secret: string; backupCodes: string[] }) {
  return (
    <>
      <Panel title="1. Scan this with your app">
        <img
          src={props.picture}
          width="220"
          height="220"
          alt="QR code for your authenticator app"
        />
        <p className="govuk-body">
          On the phone that has the app? <a href={props.uri}>Open it in the app</a>.
        </p>
        <p className="govuk-body">If you cannot scan it, type this key into the app:</p>
        <CopyText text={props.secret} label="the key" />
      </Panel>
      <BackupCodes codes={props.backupCodes} title="2. Keep these backup codes" />
    </>
  );
}

function BackupCodes({
  codes,
  title = 'Your new backup codes',
}: {
  codes: string[];
  title?: string;
}) {
  return (
    <Panel title={title}>
      <Warning>They are shown once. Each works once, when you do not have your phone.</Warning>
      <ul className="govuk-list">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <PrintButton>Print the codes</PrintButton>
    </Panel>
  );
}

function Confirm({ isAgain }: { isAgain: boolean }) {
  const answer = useFormAnswer();
  return (
    <Panel title="3. Enter the code your app shows">
      <Form>
        <HiddenField name="intent" value="confirm" />
        <TextField
          name="code"
          label="Code"
          hint="Six digits"
          autoComplete="one-time-code"
          inputMode="numeric"
          width={10}
          answer={answer}
        />
        <Button>Turn the second factor on</Button>
      </Form>
      {isAgain ? (
        <p className="govuk-body">
          If your app has no entry for Espalier,{' '}
          <a className="govuk-link" href="/account/second-factor">
            start again
          </a>
          .
        </p>
      ) : null}
    </Panel>
  );
}

function On() {
  return (
    <>
      <Inset>The second factor is on.</Inset>
      <Form>
        <PasswordField />
        <Button name="intent" value="new-codes" kind="secondary">
          Make new backup codes
        </Button>{' '}
        <Button name="intent" value="turn-off" kind="warning">
          Turn the second factor off
        </Button>
      </Form>
    </>
  );
}

function PasswordField() {
  const answer = useFormAnswer();
  return (
    <TextField
      name="password"
      label="Present password"
      type="password"
      autoComplete="current-password"
      width={30}
      answer={answer}
    />
  );
}
