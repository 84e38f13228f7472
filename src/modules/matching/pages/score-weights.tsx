import { useLoaderData } from 'react-router';
import { formatInstant } from '../../../kernel/calendar.ts';
import { type FormValues, numberOf, textOf } from '../../../kernel/form-answer.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { messagesByField } from '../../../platform/command.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { ConflictPanel } from '../../../ui/conflict-panel.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, ButtonRow, Form, HiddenField } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { NumberField, TextArea } from '../../../ui/text-fields.tsx';
import { programmePermissions } from '../../programmes/permissions.ts';
import { programmeBySlug, scoreWeightsOf } from '../../programmes/reads.ts';
import { matchingPermissions } from '../permissions.ts';
import { setScoreWeights } from '../commands/set-score-weights.ts';
import { addressOfWeights, weightsInAddress } from '../weighing/preview.ts';
import { previewOf, weightsHistory } from '../weighing/reads.ts';
import { WeightsHistory, WhoChanges } from '../weighing/pages/weights-preview.tsx';
import {
  defaultWeights,
  type MatchWeights,
  partKeys,
  partWords,
  weightsSchema,
} from '../weights.ts';

export const loader = loadPage(async ({ ctx, tx, params, url }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const subject = { programmeId: programme.id };
  if (!may(ctx.actor, programmePermissions.weights.read, subject)) throw notFound('programme');
  const inForce = await scoreWeightsOf(tx, programme.id);
  const tried = weightsInAddress(url.searchParams.get('w'));
  const mayPreview = may(ctx.actor, matchingPermissions.ranking.read, subject);
  return {
    tried,
    reason: (url.searchParams.get('reason') ?? '').slice(0, 2000),
    preview: tried && mayPreview ? await previewOf(tx, ctx, programme.id, tried) : null,
    history: await weightsHistory(tx, programme.id),
    mayPreview,
    org: ctx.org.slug,
    zone: programme.zone,
    programme: { id: programme.id, slug: programme.slug, name: programme.name },
    inForce,
    mayEdit: may(ctx.actor, programmePermissions.weights.edit, subject),
    maySet: may(ctx.actor, programmePermissions.programme.edit, subject),
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const weights = weightsOf(form);
  const here = programmePaths(ctx.org.slug, params['programme'] ?? '').weights;
  if (verbOf(form, ['preview', 'save']) === 'preview') {
    const checked = weightsSchema.safeParse(weights);
    if (!checked.success) throw invalid(messagesByField(checked.error));
    const asked = new URLSearchParams({ w: addressOfWeights(weights) });
    if (textOf(form, 'reason') !== '') asked.set('reason', textOf(form, 'reason'));
    return done(`${here}?${asked.toString()}#preview`);
  }
  await setScoreWeights(ctx, {
    programmeId: textOf(form, 'programmeId'),
    weights,
    version: numberOf(form, '_version') ?? 0,
    reason: textOf(form, 'reason'),
  });
  return done(here, 'The new weights are in force.');
});

function weightsOf(form: FormValues): MatchWeights {
  return Object.fromEntries(
    partKeys.map((key) => [key, numberOf(form, `weights.${key}`) ?? 0]),
  ) as MatchWeights;
}

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const { org, zone, programme, inForce, mayEdit, maySet } = page;
  const paths = programmePaths(org, programme.slug);
  const answer = useFormAnswer();
  const weights: Record<string, number> = page.tried ?? inForce?.weights ?? defaultWeights;
  return (
    <>
      <title>{`Weights – ${programme.name}`}</title>
      <ErrorSummary answer={answer} />
      {answer.theirs ? (
        <ConflictPanel
          what="score"
          reloadHref="?"
          rows={partKeys.map((key) => ({
            label: partWords[key],
            mine: textOf(answer.values, `weights.${key}`),
            theirs: String((inForce?.weights ?? defaultWeights)[key] ?? 0),
          }))}
        />
      ) : null}
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
      {mayEdit ? (
        <Form version={inForce?.version ?? 0}>
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
          <TextArea
            name="reason"
            label="Why do they change?"
            value={page.reason}
            answer={answer}
            rows={2}
          />
          <ButtonRow>
            <Button name="do" value="save">
              Put in force
            </Button>
            {page.mayPreview ? (
              <Button kind="secondary" name="do" value="preview">
                See who changes
              </Button>
            ) : null}
          </ButtonRow>
        </Form>
      ) : (
        <SummaryList
          rows={partKeys.map((key) => ({ key: partWords[key], value: String(weights[key] ?? 0) }))}
        />
      )}
      {page.preview ? <WhoChanges preview={page.preview} paths={paths} /> : null}
      {page.tried && page.mayPreview && !page.preview ? (
        <p className="govuk-body">
          There are too many needs and mentors to compare them on a page.
        </p>
      ) : null}
      <WeightsHistory history={page.history} zone={zone} />
    </>
  );
}
