import { useLoaderData } from 'react-router';
import { dateInZone, formatDate } from '../../../../kernel/calendar.ts';
import { notFound } from '../../../../kernel/errors.ts';
import { listOf } from '../../../../kernel/form-answer.ts';
import { programmePaths } from '../../../../kernel/paths.ts';
import { listWords, plural } from '../../../../kernel/text.ts';
import { saidOfLetters } from '../../../../platform/mail/leaving.ts';
import { actPage, loadPage } from '../../../../platform/page.ts';
import { may } from '../../../../platform/permission.ts';
import { EmptyState, Panel } from '../../../../ui/card.tsx';
import { CheckboxGroup } from '../../../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../../../ui/field.tsx';
import { useFormAnswer } from '../../../../ui/form-answer.ts';
import { Button, Form } from '../../../../ui/form.tsx';
import { PageHeading } from '../../../../ui/page-heading.tsx';
import { sharingHint, sharingQuestion } from '../../../enterprises/sharing.ts';
import { programmeBySlug } from '../../../programmes/reads.ts';
import { matchingPermissions } from '../../permissions.ts';
import { askSharing } from '../commands/ask-sharing.ts';
import { firmsWithoutWord } from '../reads.ts';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const subject = { programmeId: programme.id };
  if (!may(ctx.actor, matchingPermissions.sharing.ask, subject)) throw notFound('programme');
  return {
    back: programmePaths(ctx.org.slug, programme.slug).enterprises,
    zone: programme.zone,
    firms: await firmsWithoutWord(tx, programme.id),
  };
});

export const action = actPage(async ({ ctx, form, url, done }) => {
  const { asked, without } = await askSharing(ctx, { enrolmentIds: listOf(form, 'enrolmentIds') });
  const left =
    without.length === 0 ? '' : ` Nobody of ${listWords(without)} has a mail address: ring them.`;
  return done(
    url.pathname,
    `${saidOfLetters(ctx, plural(asked, 'letter').replace(/^1 letter$/, 'One letter'))}${left}`,
  );
});

/** Firms that nobody has asked, to be asked by letter together. */
export default function Screen() {
  const { back, zone, firms } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <title>What mentors may see: ask the enterprises</title>
      <ErrorSummary answer={answer} />
      <PageHeading title="Ask what mentors may see" back={{ label: 'Enterprises', href: back }} />
      {firms.length === 0 ? (
        <EmptyState title="Every enterprise has said it">
          Applicants are asked when they apply. What a firm says stands on its record under “What
          mentors may see”, and it can change it at any time.
        </EmptyState>
      ) : (
        <Form label="Ask by letter">
          <Panel title="What they are asked">
            <p className="govuk-body">
              <strong>{sharingQuestion}</strong>
            </p>
            <p className="govuk-body">{sharingHint}</p>
            <p className="govuk-body app-quiet">
              One letter each, to who speaks for the enterprise; one tap answers it. Until then no
              mentor is shown its diagnosis.
            </p>
          </Panel>
          <CheckboxGroup
            name="enrolmentIds"
            label={`${plural(firms.length, 'enterprise has', 'enterprises have')} not said it`}
            options={firms.map((firm) => ({
              value: firm.enrolmentId,
              label: firm.enterprise,
              ...(firm.askedAt === null
                ? {}
                : { hint: `Asked on ${formatDate(dateInZone(firm.askedAt, zone))}` }),
            }))}
            values={firms.filter((firm) => firm.askedAt === null).map((firm) => firm.enrolmentId)}
            answer={answer}
            isSmall
          />
          <Button>Ask by letter</Button>
        </Form>
      )}
    </>
  );
}
