import { useLoaderData } from 'react-router';
import { textOf } from '../../../kernel/form-answer.ts';
import { notFound } from '../../../kernel/errors.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { RadioGroup } from '../../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { TextArea } from '../../../ui/text-fields.tsx';
import { type NeedResult, needResults, needResultWords } from '../../diagnosis/need.ts';
import { diagnosisPermissions } from '../../diagnosis/permissions.ts';
import { needWithHistory } from '../../diagnosis/reads.ts';
import { enrolmentIn } from '../../enterprises/reads.ts';
import { type AreaKey, areaLabels } from '../../programmes/area.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { closeNeed } from '../commands/close-need.ts';
import { lettersOf } from '../hanging.ts';
import { hangingOn } from '../reads.ts';
import { EndingForm } from './ending-form.tsx';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const enrolment = await enrolmentIn(tx, programme.id, params['enrolment']);
  const subject = { programmeId: programme.id, enterpriseId: enrolment.enterpriseId };
  if (!may(ctx.actor, diagnosisPermissions.need.write, subject)) throw notFound('need');
  const { need } = await needWithHistory(tx, enrolment.id, params['need']);
  if (need.state === 'closed') throw notFound('need');
  return {
    org: ctx.org.slug,
    programme: programme.slug,
    enrolment: enrolment.id,
    name: enrolment.enterpriseName,
    need: { id: need.id, area: areaLabels[need.area as AreaKey], detail: need.detail },
    hanging: await hangingOn(tx, { needId: need.id }, { matches: 'refused' }),
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const needId = params['need'] ?? '';
  await closeNeed(ctx, {
    needId,
    result: textOf(form, 'result') as NeedResult,
    note: textOf(form, 'note'),
    letters: lettersOf(form),
  });
  const paths = programmePaths(ctx.org.slug, params['programme'] ?? '');
  const { need } = paths.enrolment(params['enrolment'] ?? '');
  return done(need(needId), 'The need is closed. You can open it again below.');
});

export default function Screen() {
  const { org, programme, enrolment, name, need, hanging } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const paths = programmePaths(org, programme);
  const back = paths.enrolment(enrolment).need(need.id);
  return (
    <>
      <title>{`Close the need: ${need.area}`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="Close the need"
        caption={`${name}, ${need.area.toLowerCase()}`}
        back={{ label: need.area, href: back }}
      />
      <p className="govuk-body app-prose">{need.detail}</p>
      <EndingForm
        verb="Close the need"
        cancelHref={back}
        hanging={hanging}
        answer={answer}
        matchHref={paths.rematch}
        isMild
      >
        <RadioGroup
          name="result"
          label="What came of it?"
          isSmall
          options={needResults.map((value) => ({ value, label: needResultWords[value] }))}
          answer={answer}
        />
        <TextArea name="note" label="In a sentence" rows={2} answer={answer} isOptional />
      </EndingForm>
    </>
  );
}
