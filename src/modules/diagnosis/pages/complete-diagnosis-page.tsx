import { redirect, useLoaderData } from 'react-router';
import { addDays, formatDate } from '../../../kernel/calendar.ts';
import { hasCode, invalid } from '../../../kernel/errors.ts';
import { numberOf, optionalOf, textOf } from '../../../kernel/form-answer.ts';
import { lowerFirst, plural } from '../../../kernel/text.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { Panel } from '../../../ui/card.tsx';
import { ChipGroup } from '../../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, ButtonRow, Form, HiddenField } from '../../../ui/form.tsx';
import { Inset } from '../../../ui/notification-banner.tsx';
import { areas } from '../areas.ts';
import { completeDiagnosis } from '../commands/complete-diagnosis.ts';
import { topPriorities } from '../diagnosis.ts';
import {
  namedAsNeed,
  needOfForm,
  openNeedsOfForm,
  openPrefix,
  priorityWords,
} from '../need-form.ts';
import { diagnosisPermissions } from '../permissions.ts';
import { diagnosesOf, needsOf, numbered } from '../reads.ts';
import { completeScores } from '../score-of-row.ts';
import { FirmHead, pathsOf } from './firm-head.tsx';
import { NeedFields } from './need-fields.tsx';
import { openFirm } from './open-firm.ts';

const places = ['.0', '.1', '.2'] as const;

export const loader = loadPage(async (args) => {
  const { programme, today, firm } = await openFirm(args, diagnosisPermissions.diagnosis.write);
  const versions = await diagnosesOf(args.tx, firm.enrolment);
  const diagnosis = numbered(versions, args.params['number']);
  if (diagnosis.state === 'done') throw redirect(pathsOf(firm).diagnosisNumber(diagnosis.number));
  const scores = completeScores(diagnosis.scores, diagnosis.confidence);
  const open = (await needsOf(args.tx, firm.enrolment)).filter((need) => need.state !== 'closed');
  const isOpen = (area: string) => open.some((need) => need.area === area);
  const ranked = topPriorities(scores, 12);
  const proposed = ranked.filter((priority) => !isOpen(priority.area));
  return {
    firm,
    diagnosis: { id: diagnosis.id, number: diagnosis.number, version: diagnosis.version },
    datedOn: diagnosis.datedOn,
    scored: scores.length,
    days: programme.introduction_days,
    dueOn: addDays(today, programme.introduction_days),
    alreadyOpen: open.map(({ id, area, detail, priority }) => ({
      ...{ id, area, detail, priority },
      because: ranked.find((one) => one.area === area)?.because ?? null,
    })),
    proposed: proposed.slice(0, 3).map((priority, at) => ({
      ...priority,
      detail:
        scores.find((score) => score.area === priority.area)?.note ||
        // What it really needs is about the foremost area of all, which may be open already.
        (at === 0 && priority.area === ranked[0]?.area ? diagnosis.realNeed : ''),
      isPressing: scores.some((score) => score.area === priority.area && score.urgency === 3),
    })),
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const chosen = places.filter((at) => optionalOf(form, `area${at}`) !== undefined);
  try {
    const { needIds } = await completeDiagnosis(ctx, {
      diagnosisId: textOf(form, 'diagnosisId'),
      version: numberOf(form, '_version') ?? 0,
      priorities: chosen.map((at) => needOfForm(form, at)),
      openNeeds: openNeedsOfForm(form),
    });
    const paths = pathsOf({
      org: ctx.org.slug,
      programme: params['programme'] ?? '',
      enrolment: params['enrolment'] ?? '',
    });
    const opened =
      needIds.length === 0
        ? 'No need was opened.'
        : `${plural(needIds.length, 'need')} opened; the clock runs.`;
    return done(paths.diagnosis, `The diagnosis is complete. ${opened}`);
  } catch (error) {
    if (!hasCode(error, 'invalid')) throw error;
    throw invalid(namedAsPlaces(error.fields, chosen), error.message);
  }
});

/** The command numbers only the priorities that were filled in; the form has three places. */
function namedAsPlaces(fields: Record<string, string>, chosen: readonly string[]) {
  return Object.fromEntries(
    Object.entries(namedAsNeed(fields)).map(([name, message]) => {
      if (name === 'priorities') return [`area${chosen[1] ?? '.0'}`, message];
      const [field, at] = name.split('.');
      if (at === undefined) return [name, message];
      const place = chosen[Number(at)] ?? '';
      return [`${field}${place}`, `Priority ${Number(place.slice(1)) + 1}: ${lowerFirst(message)}`];
    }),
  );
}

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const { firm, diagnosis } = page;
  const paths = pathsOf(firm);
  return (
    <>
      <FirmHead
        firm={firm}
        current="diagnosis"
        title="Choose priorities"
        back={{ label: 'Scores', href: paths.scoreDiagnosis(diagnosis.number) }}
      />
      <ErrorSummary answer={answer} />
      {page.scored === 0 ? (
        <Inset>
          No area is scored whole yet. Give at least one its maturity, importance and urgency in{' '}
          <a href={paths.scoreDiagnosis(diagnosis.number)}>the scores</a>.
        </Inset>
      ) : (
        <p className="govuk-body">
          {plural(page.scored, 'area')} scored. Each priority becomes a need, and a mentor is to be
          introduced within {plural(page.days, 'day')}, by {formatDate(page.dueOn)}. Change what
          does not fit, or leave a place empty.
        </p>
      )}
      <Form version={diagnosis.version} label="Priorities" guardsLeaving>
        <HiddenField name="diagnosisId" value={diagnosis.id} />
        {page.alreadyOpen.length === 0 ? null : (
          <Panel title="Open already, so not proposed again">
            {page.alreadyOpen.map((need) => (
              <div key={need.id}>
                <p className="govuk-body govuk-!-margin-bottom-1">
                  <a href={paths.need(need.id)}>{areas[need.area].label}</a>: {need.detail}
                </p>
                <ChipGroup
                  name={`${openPrefix}${need.id}`}
                  label={`How pressing ${areas[need.area].label.toLowerCase()} is now`}
                  hint={need.because ?? 'Not among what these scores make a priority.'}
                  isSingle
                  values={[String(need.priority)]}
                  options={Object.entries(priorityWords).map(([value, label]) => ({
                    value,
                    label,
                  }))}
                  answer={answer}
                />
              </div>
            ))}
          </Panel>
        )}
        {places.map((at, index) => {
          const proposed = page.proposed[index];
          return (
            <Panel key={at} title={`Priority ${index + 1}`}>
              {proposed ? <p className="govuk-hint">{proposed.because}</p> : null}
              <NeedFields
                at={at}
                answer={answer}
                area={proposed?.area ?? ''}
                detail={proposed?.detail ?? ''}
                priority={proposed?.isPressing ? 3 : 2}
                emptyLabel="None"
              />
            </Panel>
          );
        })}
        <ButtonRow>
          <Button>Complete the diagnosis</Button>
          <a className="govuk-link" href={paths.diagnosisNumber(diagnosis.number)}>
            Not yet
          </a>
        </ButtonRow>
      </Form>
    </>
  );
}
