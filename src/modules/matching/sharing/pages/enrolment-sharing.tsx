import { useLoaderData } from 'react-router';
import { notFound } from '../../../../kernel/errors.ts';
import { textOf } from '../../../../kernel/form-answer.ts';
import { programmePaths } from '../../../../kernel/paths.ts';
import { saidOfLetter } from '../../../../platform/mail/leaving.ts';
import { actPage, loadPage, verbOf } from '../../../../platform/page.ts';
import { may } from '../../../../platform/permission.ts';
import { ErrorSummary } from '../../../../ui/field.tsx';
import { useFormAnswer } from '../../../../ui/form-answer.ts';
import { PostButton } from '../../../../ui/form.tsx';
import { PageHeading } from '../../../../ui/page-heading.tsx';
import { recordSharing } from '../../../enterprises/commands/record-sharing.ts';
import { enterprisePermissions } from '../../../enterprises/permissions.ts';
import { enterpriseOfEnrolment } from '../../../mentors/reads.ts';
import { programmeBySlug } from '../../../programmes/reads.ts';
import { matchingPermissions } from '../../permissions.ts';
import { askSharing } from '../commands/ask-sharing.ts';
import { sharingOf } from '../reads.ts';
import { SharingPanels } from './sharing-panels.tsx';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const enrolmentId = params['enrolment'] ?? '';
  const { id: enterpriseId } = await enterpriseOfEnrolment(tx, programme.id, enrolmentId);
  const subject = { programmeId: programme.id, enterpriseId };
  const mayRead = may(ctx.actor, matchingPermissions.offer.read, { programmeId: programme.id });
  const [firm] = await sharingOf(tx, { enrolmentId });
  if (!mayRead || !firm) throw notFound('enterprise');
  return {
    back: programmePaths(ctx.org.slug, programme.slug).enrolment(enrolmentId).record,
    firm,
    mayAsk: may(ctx.actor, matchingPermissions.sharing.ask, subject),
    mayChange: may(ctx.actor, enterprisePermissions.enrolment.share, subject),
  };
});

export const action = actPage(async ({ ctx, form, params, url, done }) => {
  if (verbOf(form, ['record', 'ask']) === 'ask') {
    await askSharing(ctx, { enrolmentIds: [params['enrolment'] ?? ''] });
    return done(url.pathname, saidOfLetter(ctx, 'The question'));
  }
  await recordSharing(ctx, {
    enrolmentId: params['enrolment'] ?? '',
    sharing: textOf(form, 'sharing') as 'at-yes',
  });
  return done(url.pathname, 'Recorded, as the enterprise said it.');
});

export default function Screen() {
  const { back, firm, mayChange, mayAsk } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <title>{`What mentors may see: ${firm.enterprise}`}</title>
      <ErrorSummary answer={answer} scope={firm.enrolmentId} />
      <PageHeading
        title="What mentors may see"
        caption={firm.enterprise}
        back={{ label: firm.enterprise, href: back }}
      />
      {mayChange ? (
        <p className="govuk-body">
          Ask the enterprise by letter, or on the telephone and record what it said in its own
          voice.
        </p>
      ) : null}
      {mayAsk && firm.sharing === null ? (
        <PostButton values={{ do: 'ask' }}>Ask by letter</PostButton>
      ) : null}
      <SharingPanels firm={firm} answer={answer} mayChange={mayChange} />
    </>
  );
}
