import { useLoaderData } from 'react-router';
import { notFound } from '../../../kernel/errors.ts';
import { numberOf, textOf } from '../../../kernel/form-answer.ts';
import { participantPaths } from '../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { Panel } from '../../../ui/card.tsx';
import { ConflictPanel } from '../../../ui/conflict-panel.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { TextArea, TextField } from '../../../ui/text-fields.tsx';
import { describeEnterprise } from '../commands/describe-enterprise.ts';
import { ownEnrolments } from '../contact-rows.ts';
import { enterpriseById } from '../reads.ts';

export const loader = loadPage(async ({ ctx, tx }) => {
  const firms = [];
  for (const firm of await ownEnrolments(tx, [...ctx.actor.ownEnterpriseIds])) {
    const { phone, website, description, version } = await enterpriseById(tx, firm.enterpriseId);
    firms.push({ ...firm, phone, website, description, version });
  }
  if (firms.length === 0) throw notFound();
  return { org: ctx.org.slug, firms };
});

export const action = actPage(async ({ ctx, form, done }) => {
  await describeEnterprise(ctx, {
    enrolmentId: textOf(form, 'enrolmentId'),
    version: numberOf(form, '_version') ?? 0,
    phone: textOf(form, 'phone'),
    website: textOf(form, 'website'),
    description: textOf(form, 'description'),
  });
  return done(participantPaths(ctx.org.slug).details, 'Saved.');
});

const labels = {
  phone: 'Telephone',
  website: 'Website',
  description: 'What the enterprise does',
} as const;

type Firm = ReturnType<typeof useLoaderData<typeof loader>>['firms'][number];

export default function Screen() {
  const { org, firms } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const paths = participantPaths(org);
  return (
    <>
      <title>Our details – Espalier</title>
      {answer.theirs ? null : <ErrorSummary answer={answer} />}
      <PageHeading
        title="Our details"
        caption="Name, company number and address are changed by your adviser, because the programme was decided on them."
        back={{ label: 'My enterprise', href: paths.home }}
      />
      {firms.map((firm) => (
        <FirmForm key={firm.enrolmentId} firm={firm} here={paths.details} />
      ))}
    </>
  );
}

function FirmForm({ firm, here }: { firm: Firm; here: string }) {
  const given = useFormAnswer();
  const isSent = textOf(given.values, 'enrolmentId') === firm.enrolmentId;
  const answer = isSent ? given : { values: {} };
  return (
    <Panel title={firm.name}>
      {answer.theirs ? (
        <ConflictPanel
          what="enterprise"
          reloadHref={here}
          rows={(['phone', 'website', 'description'] as const).map((name) => ({
            label: labels[name],
            mine: textOf(answer.values, name),
            theirs: firm[name] ?? '',
          }))}
        />
      ) : null}
      <Form version={firm.version} label={`Details of ${firm.name}`} guardsLeaving>
        <HiddenField name="enrolmentId" value={firm.enrolmentId} />
        <TextField
          name="phone"
          scope={firm.enrolmentId}
          label={labels.phone}
          type="tel"
          value={firm.phone ?? ''}
          answer={answer}
          width={20}
          isOptional
        />
        <TextField
          name="website"
          scope={firm.enrolmentId}
          label={labels.website}
          value={firm.website ?? ''}
          answer={answer}
          width={30}
          spellCheck={false}
          isOptional
        />
        <TextArea
          name="description"
          scope={firm.enrolmentId}
          label={labels.description}
          value={firm.description ?? ''}
          answer={answer}
          isOptional
        />
        <Button>Save</Button>
      </Form>
    </Panel>
  );
}
