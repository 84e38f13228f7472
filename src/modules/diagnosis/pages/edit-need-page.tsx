import { useLoaderData } from 'react-router';
import { hasCode, invalid } from '../../../kernel/errors.ts';
import { numberOf } from '../../../kernel/form-answer.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { ConflictPanel } from '../../../ui/conflict-panel.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, ButtonRow, Form } from '../../../ui/form.tsx';
import { Inset } from '../../../ui/notification-banner.tsx';
import { areas } from '../areas.ts';
import { editNeed } from '../commands/edit-need.ts';
import { namedAsNeed, needOfForm, priorityWords } from '../need-form.ts';
import { diagnosisPermissions } from '../permissions.ts';
import { needWithHistory } from '../reads.ts';
import { FirmHead, pathsOf } from './firm-head.tsx';
import { NeedFields } from './need-fields.tsx';
import { openFirm } from './open-firm.ts';

export const loader = loadPage(async (args) => {
  const { firm } = await openFirm(args, diagnosisPermissions.need.write);
  const { need } = await needWithHistory(args.tx, firm.enrolment, args.params['need']);
  return { firm, need };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const needId = params['need'] ?? '';
  try {
    await editNeed(ctx, { needId, version: numberOf(form, '_version') ?? 0, ...needOfForm(form) });
  } catch (error) {
    if (hasCode(error, 'invalid')) throw invalid(namedAsNeed(error.fields), error.message);
    throw error;
  }
  const paths = pathsOf({
    org: ctx.org.slug,
    programme: params['programme'] ?? '',
    enrolment: params['enrolment'] ?? '',
  });
  return done(paths.need(needId), 'Saved.');
});

export default function Screen() {
  const { firm, need } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const paths = pathsOf(firm);
  const mine = needOfForm(answer.values);
  return (
    <>
      <FirmHead
        firm={firm}
        current="diagnosis"
        title="Describe the need better"
        back={{ label: areas[need.area].label, href: paths.need(need.id) }}
      />
      <ErrorSummary answer={answer} />
      {answer.theirs ? (
        <ConflictPanel
          what="need"
          reloadHref={paths.editNeed(need.id)}
          rows={[
            { label: 'Area', mine: areas[mine.area]?.label, theirs: areas[need.area].label },
            { label: 'What is needed', mine: mine.detail, theirs: need.detail },
            { label: 'Topics', mine: mine.topics.join(', '), theirs: need.topics.join(', ') },
            {
              label: 'How pressing',
              mine: priorityWords[mine.priority],
              theirs: priorityWords[need.priority],
            },
            {
              label: 'Hours a month',
              mine: mine.minutesPerMonth / 60,
              theirs: need.minutesPerMonth / 60,
            },
          ]}
        />
      ) : null}
      <Inset>
        When the main issue is another one now, open another need instead: the history then shows
        what was worked on and when.
      </Inset>
      <Form version={need.version} guardsLeaving label="Need">
        <NeedFields
          answer={answer}
          area={need.area}
          detail={need.detail}
          topics={need.topics}
          seenBy={need.seenBy}
          priority={need.priority}
          minutesPerMonth={need.minutesPerMonth}
        />
        <ButtonRow>
          <Button>Save</Button>
          <a className="govuk-link" href={paths.need(need.id)}>
            Cancel
          </a>
        </ButtonRow>
      </Form>
    </>
  );
}
