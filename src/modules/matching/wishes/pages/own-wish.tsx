import { useLoaderData } from 'react-router';
import { notFound } from '../../../../kernel/errors.ts';
import { participantPaths } from '../../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../../platform/page.ts';
import { may } from '../../../../platform/permission.ts';
import { ErrorSummary } from '../../../../ui/field.tsx';
import { useFormAnswer } from '../../../../ui/form-answer.ts';
import { PageHeading } from '../../../../ui/page-heading.tsx';
import { matchingPermissions } from '../../permissions.ts';
import { stateWish } from '../commands/state-wish.ts';
import { ownEnrolment, wishOf } from '../reads.ts';
import { WishForm, wishInput } from './wish-form.tsx';

export const loader = loadPage(async ({ ctx, tx, url }) => {
  const own = [...ctx.actor.ownEnterpriseIds];
  const firm = await ownEnrolment(tx, own, url.searchParams.get('enterprise'));
  const subject = { enterpriseId: firm?.enterpriseId };
  if (!firm || !may(ctx.actor, matchingPermissions.traitWish.state, subject)) throw notFound();
  return {
    name: firm.name,
    back: participantPaths(ctx.org.slug).home,
    wish: await wishOf(tx, firm.enterpriseId),
  };
});

export const action = actPage(async ({ ctx, form, url, done }) => {
  const own = [...ctx.actor.ownEnterpriseIds];
  const firm = await ctx.app.database.read(ctx.orgId, (tx) =>
    ownEnrolment(tx, own, url.searchParams.get('enterprise')),
  );
  if (!firm) throw notFound();
  await stateWish(ctx, wishInput(firm.id, form));
  return done(participantPaths(ctx.org.slug).home, 'Thank you. We keep your wish in mind.');
});

export default function Screen() {
  const { name, back, wish } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <title>A wish about your mentor</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="A wish about your mentor"
        caption={name}
        back={{ label: 'My enterprise', href: back }}
      />
      <p className="govuk-body">
        Some founders learn best from somebody who has lived what they live. You need give no
        reason. Only mentors who have said so for this purpose are found, and nothing else is ever
        made of it.
      </p>
      <WishForm wish={wish} answer={answer} />
    </>
  );
}
