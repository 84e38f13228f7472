import { useLoaderData } from 'react-router';
import { formatInstant } from '../../../kernel/calendar.ts';
import { type FormValues, numberOf, textOf } from '../../../kernel/form-answer.ts';
import { notFound } from '../../../kernel/errors.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { NumberField, TextArea } from '../../../ui/text-fields.tsx';
import { programmePermissions } from '../../programmes/permissions.ts';
import { programmeBySlug, scoreWeightsOf } from '../../programmes/reads.ts';
import { setScoreWeights } from '../commands/set-score-weights.ts';
import { defaultWeights, type MatchWeights, partKeys, partWords } from '../weights.ts';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const subject = { programmeId: programme.id };
  if (!may(ctx.actor, programmePermissions.weights.read, subject)) throw notFound('programme');
  const inForce = await scoreWeightsOf(tx, programme.id);
  return {
    org: ctx.org.slug,
    zone: programme.zone,
    programme: { id: programme.id, slug: programme.slug, name: programme.name },
    inForce,
    mayEdit: may(ctx.actor, programmePermissions.weights.edit, subject),
    maySet: may(ctx.actor, programmePermissions.programme.edit, subject),
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  await setScoreWeights(ctx, {
    programmeId: textOf(form, 'programmeId'),
    weights: weightsOf(form),
    reason: textOf(form, 'reason'),
  });
  return done(
    programmePaths(ctx.org.slug, params['programme'] ?? '').weights,
    'The new weights are in force.',
  );
});

function weightsOf(form: FormValues): MatchWeights {
  return Object.fromEntries(
    partKeys.map((key) => [key, numberOf(form, `weights.${key}`) ?? 0]),
  ) as MatchWeights;
}

export default function Screen() {
  const { org, zone, programme, inForce, mayEdit, maySet } = useLoaderData<typeof loader>();
  const paths = programmePaths(org, programme.slug);
  const answer = useFormAnswer();
  const weights: Record<string, number> = inForce?.weights ?? defaultWeights;
  return (
    <>
      <title>{`Weights – ${programme.name}`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="Weights of the matching score"
        caption={
          inForce
            ? `Version ${inForce.version}, ${formatInstant(inForce.setAt, zone)}: ${inForce.reason}`
            : 'The defaults are in force.'
        }
        back={
          maySet
            ? { label: 'Settings', href: paths.settings }
            : { label: 'Needs', href: paths.needs }
        }
      />
      <p className="govuk-body">
        The eight parts sum to 100. They are judgement in the light of thin evidence, not science:
        an offer keeps the version it was made with.
      </p>
      <Form>
        <HiddenField name="programmeId" value={programme.id} />
        {partKeys.map((key) => (
          <NumberField
            key={key}
            name={`weights.${key}`}
            label={partWords[key]}
            width={3}
            value={weights[key] ?? 0}
            answer={answer}
          />
        ))}
        {mayEdit ? (
          <>
            <TextArea name="reason" label="Why do they change?" answer={answer} rows={2} />
            <Button>Put in force</Button>
          </>
        ) : null}
      </Form>
    </>
  );
}
