import { Download } from '../../../../ui/download.tsx';
import { useLoaderData } from 'react-router';
import { plural } from '../../../../kernel/text.ts';
import { optionalOf, textOf } from '../../../../kernel/form-answer.ts';
import { actPage, loadPage, verbOf } from '../../../../platform/page.ts';
import { may } from '../../../../platform/permission.ts';
import { EmptyState, Panel } from '../../../../ui/card.tsx';
import { SelectField } from '../../../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../../../ui/field.tsx';
import { useFormAnswer } from '../../../../ui/form-answer.ts';
import { Button, Form, HiddenField } from '../../../../ui/form.tsx';
import { DateField, TextField } from '../../../../ui/text-fields.tsx';
import { areas } from '../../areas.ts';
import { addAction } from '../../commands/add-action.ts';
import { FirmHead, pathsOf } from '../../pages/firm-head.tsx';
import { openFirm } from '../../pages/open-firm.ts';
import { diagnosisPermissions } from '../../permissions.ts';
import { needsOf } from '../../reads.ts';
import { actionOwners, actionOwnerWords, isOverdue, type ActionOwner } from '../action.ts';
import { actionsOf } from '../reads.ts';
import { actionVerbs, changeAction } from './change-action.ts';
import { ActionTable } from './action-table.tsx';

export const loader = loadPage(async (args) => {
  const { subject, today, firm } = await openFirm(args, diagnosisPermissions.action.read);
  const rows = await actionsOf(args.tx, firm.enrolment);
  const needs = await needsOf(args.tx, firm.enrolment);
  return {
    firm,
    today,
    rows,
    needs: needs.filter((need) => need.state !== 'closed').map(({ id, area }) => ({ id, area })),
    mayWrite: may(args.ctx.actor, diagnosisPermissions.action.write, subject),
  };
});

export const action = actPage(async ({ ctx, form, params, url, done }) => {
  const verb = verbOf(form, ['add', ...actionVerbs]);
  if (verb !== 'add') return done(url.pathname, await changeAction(ctx, form, verb));
  await addAction(ctx, {
    enrolmentId: params['enrolment'] ?? '',
    needId: optionalOf(form, 'needId'),
    title: textOf(form, 'title'),
    owner: textOf(form, 'owner') as ActionOwner,
    dueOn: optionalOf(form, 'dueOn'),
    measure: textOf(form, 'measure'),
  });
  return done(url.pathname, 'The action is in the plan.');
});

export default function Screen() {
  const { firm, today, rows, needs, mayWrite } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const open = rows.filter((row) => row.state === 'open');
  const ended = rows.filter((row) => row.state !== 'open');
  const late = open.filter((row) => isOverdue(row, today)).length;
  return (
    <>
      <FirmHead firm={firm} current="actions" title="Action plan" />
      <ErrorSummary answer={answer} />
      {rows.length === 0 ? null : <Download href={pathsOf(firm).actionsExport} />}
      {open.length === 0 ? (
        <EmptyState title="Nothing to do">
          Write down who does what by when, and how one sees that it is done.
        </EmptyState>
      ) : (
        <Panel
          title={`${plural(open.length, 'open action')}${late > 0 ? `, ${late} overdue` : ''}`}
        >
          <ActionTable caption="Open actions" rows={open} today={today} mayWrite={mayWrite} />
        </Panel>
      )}
      {mayWrite && firm.isOpen ? (
        <Panel title="Add an action">
          <Form label="Add an action">
            <HiddenField name="do" value="add" />
            <TextField name="title" label="What is to be done" answer={answer} maxLength={500} />
            <div className="app-line">
              <SelectField
                name="owner"
                label="Who"
                options={actionOwners.map((value) => ({ value, label: actionOwnerWords[value] }))}
                answer={answer}
              />
              <DateField name="dueOn" label="By" answer={answer} isOptional />
              {needs.length === 0 ? null : (
                <SelectField
                  name="needId"
                  label="For the need"
                  emptyLabel="No particular one"
                  options={needs.map(({ id, area }) => ({ value: id, label: areas[area].label }))}
                  answer={answer}
                />
              )}
            </div>
            <TextField
              name="measure"
              label="Done when"
              hint="How one sees it, for example: the bank has said yes."
              answer={answer}
              maxLength={500}
              isOptional
            />
            <Button>Add</Button>
          </Form>
        </Panel>
      ) : null}
      {ended.length === 0 ? null : (
        <Panel title="Done and dropped">
          <ActionTable caption="Done and dropped" rows={ended} today={today} mayWrite={mayWrite} />
        </Panel>
      )}
    </>
  );
}
