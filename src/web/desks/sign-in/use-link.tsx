import { useLoaderData } from 'react-router';
import { withBack } from '../../../kernel/back-path.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { refuseVisitor } from '../../../platform/rate-limit.ts';
import { actAccountPage, authHeaders, backOf, loadAccountPage } from '../../account-page.ts';
import { wantsSecondFactor } from '../../sign-in.ts';

export const loader = loadAccountPage(async ({ url }) => ({ back: backOf(url) }));

export const action = actAccountPage(async ({ app, params, url, request, peer, done }) => {
  await refuseVisitor(app, 'link-peer', peer, { max: 30, windowSeconds: 900 });
  const token = params['token'] ?? '';
  const answer = await app.auth.api.magicLinkVerify({
    query: { token },
    headers: authHeaders(request, peer),
    asResponse: true,
  });
  if (!answer.ok) {
    return {
      problem: 'This link has been used or has run out. Ask for a new one.',
      values: {},
    };
  }
  const back = backOf(url);
  const isHalf = await wantsSecondFactor(answer);
  return done(isHalf ? withBack('/sign-in/code', back) : back, undefined, answer);
});

export default function Screen() {
  const { back } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <title>Sign in with the link – Espalier</title>
      <ErrorSummary answer={answer} />
      <PageHeading title="Sign in with the link" />
      {answer.problem === undefined ? (
        <Form>
          <p className="govuk-body">One click more, and you are signed in on this device.</p>
          <Button>Sign in</Button>
        </Form>
      ) : (
        <p className="govuk-body">
          <a className="govuk-link" href={withBack('/sign-in/link', back)}>
            Have a new link sent to you
          </a>
        </p>
      )}
    </>
  );
}
