import { useLoaderData } from 'react-router';
import { notFound } from '../../../../kernel/errors.ts';
import { programmePaths } from '../../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../../platform/page.ts';
import { may } from '../../../../platform/permission.ts';
import { ErrorSummary } from '../../../../ui/field.tsx';
import { useFormAnswer } from '../../../../ui/form-answer.ts';
import { PageHeading } from '../../../../ui/page-heading.tsx';
import { enterpriseOfEnrolment } from '../../../mentors/reads.ts';
import { programmeBySlug } from '../../../programmes/reads.ts';
import { matchingPermissions } from '../../permissions.ts';
import { stateWish } from '../commands/state-wish.ts';
import { wishOf } from '../reads.ts';
import { WishForm, wishInput } from './wish-form.tsx';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const firm = await enterpriseOfEnrolment(tx, programme.id, params['enrolment']);
  const subject = { programmeId: programme.id, enterpriseId: firm.id };
  if (!may(ctx.actor, matchingPermissions.traitWish.read, subject)) throw notFound('enterprise');
  const paths = programmePaths(ctx.org.slug, programme.slug);
  return {
    name: firm.name,
    back: paths.enrolment(params['enrolment'] ?? '').record,
    wish: await wishOf(tx, firm.id),
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const enrolmentId = params['enrolment'] ?? '';
  await stateWish(ctx, wishInput(enrolmentId, form));
  const paths = programmePaths(ctx.org.slug, params['programme'] ?? '');
  return done(paths.enrolment(enrolmentId).record, 'The wish is recorded.');
});

export default function Screen() {
  const { name, back, wish } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <title>{`A wish about the mentor: ${name}`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="A wish about the mentor"
        caption={name}
        back={{ label: name, href: back }}
      />
      <p className="govuk-body">
        Record it only in the founder’s own words, and never for them. It finds mentors who have
        said so for this purpose; it is no part of the weights, and no trait is guessed.
      </p>
      <WishForm wish={wish} answer={answer} />
    </>
  );
}
