import { useLoaderData } from 'react-router';
import { notFound } from '../../../../kernel/errors.ts';
import { textOf } from '../../../../kernel/form-answer.ts';
import { actPage, loadPage } from '../../../../platform/page.ts';
import { may } from '../../../../platform/permission.ts';
import { ErrorSummary } from '../../../../ui/field.tsx';
import { useFormAnswer } from '../../../../ui/form-answer.ts';
import { PageHeading } from '../../../../ui/page-heading.tsx';
import { recordSharing } from '../../../enterprises/commands/record-sharing.ts';
import { enterprisePermissions } from '../../../enterprises/permissions.ts';
import { sharingOf } from '../reads.ts';
import { SharingPanels } from './sharing-panels.tsx';

export const loader = loadPage(async ({ ctx, tx, own: pages }) => {
  const firms = await sharingOf(tx, { enterpriseIds: [...ctx.actor.ownEnterpriseIds] });
  const own = firms.filter(({ enterpriseId }) =>
    may(ctx.actor, enterprisePermissions.enrolment.share, { enterpriseId }),
  );
  if (own.length === 0) throw notFound();
  return { back: pages.firm, firms: own };
});

export const action = actPage(async ({ ctx, form, url, done }) => {
  await recordSharing(ctx, {
    enrolmentId: textOf(form, 'enrolmentId'),
    sharing: textOf(form, 'sharing') as 'at-yes',
  });
  return done(url.pathname, 'Thank you. We keep to it from now on.');
});

export default function Screen() {
  const { back, firms } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const scope = textOf(answer.values, 'enrolmentId');
  return (
    <>
      <title>What mentors see of us</title>
      <ErrorSummary answer={answer} {...(scope === '' ? {} : { scope })} />
      {firms.map((firm) => (
        <section key={firm.enrolmentId}>
          <PageHeading
            title="What mentors see of us"
            caption={firm.enterprise}
            back={{ label: 'My enterprise', href: back }}
          />
          <SharingPanels firm={firm} answer={answer} mayChange />
        </section>
      ))}
    </>
  );
}
