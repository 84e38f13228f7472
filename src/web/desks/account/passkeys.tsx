import { useLoaderData } from 'react-router';
import { formatInstant } from '../../../kernel/calendar.ts';
import { type FormAnswer, textOf } from '../../../kernel/form-answer.ts';
import { cutText, squash } from '../../../kernel/text.ts';
import type { App } from '../../../platform/context.ts';
import { verbOf } from '../../../platform/page.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import passkeyScript from '../../../ui/scripts/passkey-add.ts?worker&url';
import { Details } from '../../../ui/summary-list.tsx';
import { TextField } from '../../../ui/text-fields.tsx';
import { actAccountPage, authHeaders, loadAccountPage, signedIn } from '../../account-page.ts';
import { countProof } from '../../sign-in.ts';

export const loader = loadAccountPage(async ({ app, request, peer }) => {
  const passkeys = await app.auth.api.listPasskeys({ headers: authHeaders(request, peer) });
  return passkeys.map(({ id, name, createdAt }) => ({
    id,
    name: name ?? 'Passkey',
    added: createdAt ? formatInstant(new Date(createdAt).toISOString(), 'UTC') : '',
  }));
});

/** A way in is taken away only by whoever can prove again who they are. */
async function passwordErrors(app: App, password: string, headers: Headers) {
  if (password === '') return { password: 'Enter your password to remove the passkey.' };
  const answer = await app.auth.api.verifyPassword({
    body: { password },
    headers,
    asResponse: true,
  });
  return answer.ok ? null : { password: 'This is not your present password.' };
}

export const action = actAccountPage(async (place) => {
  const { app, form, request, peer, done } = place;
  const headers = authHeaders(request, peer);
  const id = textOf(form, 'passkey');
  if (verbOf(form, ['remove', 'rename'], 'intent') === 'remove') {
    await countProof(app, signedIn(place).userId);
    const password = textOf(form, 'password');
    const errors = await passwordErrors(app, password, headers);
    if (errors) return { errors, values: { passkey: id } };
    const answer = await app.auth.api.deletePasskey({ body: { id }, headers, asResponse: true });
    return answer.ok
      ? done('/account/passkeys', 'The passkey is removed. Remove it from your device too.')
      : { problem: 'This passkey is not there any more.', values: {} };
  }
  const name = cutText(squash(textOf(form, 'name')), 100);
  if (name === '') return { errors: { name: 'Enter a name.' }, values: {} };
  const answer = await app.auth.api.updatePasskey({
    body: { id, name },
    headers,
    asResponse: true,
  });
  return answer.ok
    ? done('/account/passkeys', 'The passkey has a new name.')
    : { problem: 'This passkey is not there any more.', values: {} };
});

interface RemovalProps {
  readonly passkey: { readonly id: string; readonly name: string };
  readonly answer: FormAnswer;
}

function Removal({ passkey, answer }: RemovalProps) {
  const isRefused = textOf(answer.values, 'passkey') === passkey.id;
  const named = <span className="govuk-visually-hidden"> {passkey.name}</span>;
  return (
    <Details summary={<>Remove{named}</>} isOpen={isRefused}>
      <Form label={`Remove ${passkey.name}`}>
        <HiddenField name="passkey" value={passkey.id} />
        <HiddenField name="intent" value="remove" />
        <TextField
          name="password"
          {...(isRefused ? {} : { scope: passkey.id })}
          label="Your password"
          type="password"
          autoComplete="current-password"
          width={20}
          {...(isRefused ? { answer } : {})}
        />
        <Button kind="warning">Remove the passkey{named}</Button>
      </Form>
    </Details>
  );
}

export default function Screen() {
  const passkeys = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <title>Your passkeys – Espalier</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="Your passkeys"
        caption="Sign in with your fingerprint, face or a security key instead of a password."
        back={{ label: 'Your account', href: '/account' }}
      />
      {passkeys.length === 0 ? (
        <p className="govuk-body">You have no passkey yet.</p>
      ) : (
        <DataTable
          caption="Passkeys"
          rows={passkeys}
          rowKey={(passkey) => passkey.id}
          columns={[
            { key: 'name', label: 'Name', isHeader: true, cell: (passkey) => passkey.name },
            { key: 'added', label: 'Added (UTC)', cell: (passkey) => passkey.added },
            {
              key: 'rename',
              label: 'Rename',
              cell: (passkey) => (
                <Details
                  summary={
                    <>
                      Rename<span className="govuk-visually-hidden"> {passkey.name}</span>
                    </>
                  }
                >
                  <Form label={`Rename ${passkey.name}`}>
                    <HiddenField name="passkey" value={passkey.id} />
                    <HiddenField name="intent" value="rename" />
                    <label className="govuk-label" htmlFor={`name-${passkey.id}`}>
                      New name
                    </label>
                    <input
                      className="govuk-input"
                      id={`name-${passkey.id}`}
                      name="name"
                      defaultValue={passkey.name}
                      maxLength={100}
                    />
                    <Button kind="secondary">Save</Button>
                  </Form>
                </Details>
              ),
            },
            {
              key: 'remove',
              label: 'Remove',
              cell: (passkey) => <Removal passkey={passkey} answer={answer} />,
            },
          ]}
        />
      )}
      <div data-passkey-add hidden>
        <h2 className="govuk-heading-m">Add a passkey</h2>
        <TextField
          name="passkeyName"
          label="A name for it"
          hint="Such as “Work laptop”"
          maxLength={100}
          width={20}
        />
        <button type="button" className="govuk-button">
          Add a passkey
        </button>
        <p className="govuk-error-message" role="alert" />
      </div>
      <noscript>
        <p className="govuk-body">To add a passkey, allow scripts in your browser for this page.</p>
      </noscript>
      <script type="module" src={passkeyScript} />
    </>
  );
}
