import { useLoaderData } from 'react-router';
import { programmePaths } from '../../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../../platform/page.ts';
import { EmptyState, Panel } from '../../../../ui/card.tsx';
import { SelectField } from '../../../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../../../ui/field.tsx';
import { useFormAnswer } from '../../../../ui/form-answer.ts';
import { Button } from '../../../../ui/form.tsx';
import { TextField } from '../../../../ui/text-fields.tsx';
import { areaLabels } from '../../../programmes/area.ts';
import { actOnDesk, lineOf } from './desk-actions.ts';
import { DeskForm } from './desk-form.tsx';
import { DeskHead } from './desk-head.tsx';
import { LastStep } from './last-step.tsx';
import { MatrixTable } from './matrix-table.tsx';
import { openMatrix } from './open-matrix.ts';
import { RuledOut } from './ruled-out.tsx';

export const loader = loadPage(openMatrix);

export const action = actPage(async ({ ctx, form, params, done }) => {
  const sentence = await actOnDesk({ ctx, form, params });
  const { matchDeskMatrix } = programmePaths(ctx.org.slug, params['programme'] ?? '');
  return done(`${matchDeskMatrix}${lineOf(form)}`, sentence);
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <title>Match desk: matrix</title>
      <ErrorSummary answer={answer} />
      <DeskHead {...page} view="matrix" />
      <LastStep {...page} />
      {page.rows.length === 0 ? (
        <EmptyState title="Every need has a mentor or waits for an answer">
          New needs come from a diagnosis, from a call, or when a match ends.
        </EmptyState>
      ) : (
        <>
          <MatrixTable {...page} />
          <Panel title="Move a need" id="move">
            <DeskForm draft={page.draft} doing="pin" label="Move a need">
              <div className="app-fields" data-move-form>
                <SelectField
                  name="needId"
                  label="Need"
                  emptyLabel="Choose"
                  options={page.rows.map((row) => ({
                    value: row.needId,
                    label: `${row.firm}, ${areaLabels[row.area].toLowerCase()}`,
                  }))}
                  answer={answer}
                />
                <SelectField
                  name="mentorId"
                  label="Give it to"
                  emptyLabel="Choose"
                  options={page.loads.map((load) => ({ value: load.id, label: load.name }))}
                  answer={answer}
                />
                <TextField
                  name="reason"
                  label="Why"
                  hint="Not needed for what is proposed anyway"
                  answer={answer}
                />
              </div>
              <Button>Decide, and solve the rest anew</Button>
            </DeskForm>
          </Panel>
          <RuledOut rows={page.rows} names={page.names} />
        </>
      )}
    </>
  );
}
