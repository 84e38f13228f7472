import { useLoaderData } from 'react-router';
import { withBack } from '../../../kernel/back-path.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { isSignInLinkOpen } from '../../../platform/auth/open-links.ts';
import { refuseVisitor } from '../../../platform/rate-limit.ts';
import { actAccountPage, authHeaders, backOf, loadAccountPage } from '../../account-page.ts';
import { wantsSecondFactor } from '../../sign-in.ts';
import { UsedLink } from './used-link.tsx';

export const loader = loadAccountPage(async ({ app, account, params, url }) => ({
  back: backOf(url),
  isSignedIn: account !== null,
  isOpen: await isSignInLinkOpen(app.auth, params['token'] ?? ''),
}));

export const action = actAccountPage(async ({ app, params, url, request, peer, done }) => {
  await refuseVisitor(app, 'link-peer', peer, { max: 30, windowSeconds: 900 });
  const token = params['token'] ?? '';
  const answer = await app.auth.api.magicLinkVerify({
    query: { token },
    headers: authHeaders(request, peer),
    asResponse: true,
  });
  if (!answer.ok) {
    return { problem: 'This link has been used or has run out.', values: {} };
  }
  const back = backOf(url);
  const isHalf = await wantsSecondFactor(answer);
  return done(isHalf ? withBack('/sign-in/code', back) : back, undefined, answer);
});

export default function Screen() {
  const { back, isOpen, isSignedIn } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  if (!isOpen) {
    return (
      <UsedLink
        what="sign in"
        renewal={withBack('/sign-in/link', back)}
        {...(isSignedIn ? { goOn: back } : {})}
      />
    );
  }
  return (
    <>
      <title>Sign in with the link – Espalier</title>
      <ErrorSummary answer={answer} />
      <PageHeading title="Sign in with the link" />
      <Form>
        <p className="govuk-body">One click more, and you are signed in on this device.</p>
        <Button>Sign in</Button>
      </Form>
    </>
  );
}
