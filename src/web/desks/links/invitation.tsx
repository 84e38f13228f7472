import { type ActionFunctionArgs, useLoaderData } from 'react-router';
import { withBack } from '../../../kernel/back-path.ts';
import { isSameAddress } from '../../../kernel/contact-details.ts';
import { textOf } from '../../../kernel/form-answer.ts';
import { orgPaths } from '../../../kernel/paths.ts';
import { acceptInvitation } from '../../../modules/people/commands/accept-invitation.ts';
import { createInvitedAccount } from '../../../modules/people/commands/create-invited-account.ts';
import { passwordLength } from '../../../modules/people/password.ts';
import { invitationBehind } from '../../../modules/people/reads.ts';
import { accountByEmail } from '../../../platform/auth/account.ts';
import { actPage, loadPage, peerContext } from '../../../platform/page.ts';
import { refuseVisitor } from '../../../platform/rate-limit.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form, LinkButton, PostButton } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { TextField } from '../../../ui/text-fields.tsx';
import { authHeaders, withoutSecrets } from '../../account-page.ts';
import { accountOf } from '../../session.ts';
import { LinkGone } from './link-gone.tsx';

export const loader = loadPage(async ({ ctx, tx, params, request, url }) => {
  const invitation = await invitationBehind(tx, ctx, params['secret'] ?? '');
  if (!invitation) return null;
  const account = await accountOf(ctx.app, request);
  const known = await accountByEmail(tx, invitation.email);
  const shared = {
    name: invitation.name,
    email: invitation.email,
    organisation: ctx.org.name,
    back: url.pathname,
  };
  if (account && !isSameAddress(account.email, invitation.email)) {
    return { ...shared, kind: 'other-account' as const, signedInAs: account.email };
  }
  if (account) return { ...shared, kind: 'signed-in' as const, signedInAs: account.email };
  return { ...shared, kind: known ? ('has-account' as const) : ('new' as const), signedInAs: '' };
});

export async function action(args: ActionFunctionArgs) {
  const peer = args.context.get(peerContext);
  return actPage(async ({ ctx, form, params, request, done }) => {
    await refuseVisitor(ctx.app, 'invitation-peer', peer, { max: 40, windowSeconds: 900 });
    const secret = params['secret'] ?? '';
    const home = orgPaths(ctx.org.slug).home;
    const account = await accountOf(ctx.app, request);
    if (account) {
      await acceptInvitation(ctx, { secret, userId: account.userId });
      return done(home, `Welcome to ${ctx.org.name}.`);
    }
    const password = textOf(form, 'password');
    const { email } = await createInvitedAccount(ctx, { secret, password });
    const answer = await ctx.app.auth.api.signInEmail({
      body: { email, password },
      headers: authHeaders(request, peer),
      asResponse: true,
    });
    const response = done(home, `Welcome to ${ctx.org.name}.`);
    for (const cookie of answer.headers.getSetCookie())
      response.headers.append('Set-Cookie', cookie);
    return response;
  })(args);
}

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  if (!page) return <LinkGone />;
  return (
    <>
      <title>{`Invitation to ${page.organisation} – Espalier`}</title>
      <ErrorSummary answer={{ ...answer, values: withoutSecrets(answer.values) }} />
      <PageHeading title={`${page.organisation} invites you`} caption={page.name} />
      {page.kind === 'new' ? (
        <NewAccount email={page.email} />
      ) : page.kind === 'has-account' ? (
        <>
          <p className="govuk-body">
            You have an account already, with {page.email}. Sign in with it, and come back here to
            accept.
          </p>
          <LinkButton href={withBack('/sign-in', page.back)}>Sign in</LinkButton>
        </>
      ) : page.kind === 'signed-in' ? (
        <Form>
          <p className="govuk-body">
            You are signed in as {page.signedInAs}. Your account and your places in other
            organisations stay as they are.
          </p>
          <Button>Accept the invitation</Button>
        </Form>
      ) : (
        <>
          <p className="govuk-body">
            This invitation is for {page.email}, and you are signed in as {page.signedInAs}. Sign
            out, and sign in with the other address: you come back here.
          </p>
          <PostButton action={withBack('/sign-out', page.back)}>Sign out</PostButton>
        </>
      )}
    </>
  );
}

function NewAccount({ email }: { email: string }) {
  const answer = useFormAnswer();
  return (
    <Form>
      <p className="govuk-body">You will sign in with {email}. Choose a password.</p>
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <TextField
        name="password"
        label="Password"
        hint={`At least ${passwordLength.least} characters. A few words in a row are easy to remember.`}
        type="password"
        autoComplete="new-password"
        width={30}
        answer={answer}
      />
      <Button>Accept the invitation</Button>
    </Form>
  );
}
