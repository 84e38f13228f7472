import { useLoaderData } from 'react-router';
import { notFound } from '../../../../kernel/errors.ts';
import { actPage, loadPage, verbOf } from '../../../../platform/page.ts';
import { hasRole } from '../../../../platform/permission.ts';
import { EmptyState, Panel } from '../../../../ui/card.tsx';
import { ErrorSummary } from '../../../../ui/field.tsx';
import { useFormAnswer } from '../../../../ui/form-answer.ts';
import { PageHeading } from '../../../../ui/page-heading.tsx';
import { actionsOfFirms } from '../reads.ts';
import { ActionTable } from './action-table.tsx';
import { actionVerbs, changeAction } from './change-action.ts';

export const loader = loadPage(async ({ ctx, tx, own }) => {
  const { actor, org } = ctx;
  if (!hasRole(actor, 'participant') || actor.ownEnterpriseIds.size === 0) throw notFound();
  return {
    back: own.firm,
    today: ctx.clock.today(org.zone),
    rows: await actionsOfFirms(tx, [...actor.ownEnterpriseIds]),
  };
});

export const action = actPage(async ({ ctx, form, url, done }) => {
  const verb = verbOf(form, actionVerbs);
  return done(url.pathname, await changeAction(ctx, form, verb));
});

export default function Screen() {
  const { back, today, rows } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const open = rows.filter((row) => row.state === 'open');
  const own = open.filter((row) => row.owner === 'enterprise');
  const others = open.filter((row) => row.owner !== 'enterprise');
  const ended = rows.filter((row) => row.state !== 'open');
  return (
    <>
      <title>My actions – Espalier</title>
      <PageHeading title="My actions" back={{ label: 'My enterprise', href: back }} />
      <ErrorSummary answer={answer} />
      {own.length === 0 ? (
        <EmptyState title="Nothing for you to do">
          What you agree with your mentor or adviser will be here.
        </EmptyState>
      ) : (
        <Panel title="For you">
          <ActionTable caption="Your open actions" rows={own} today={today} mayWrite />
        </Panel>
      )}
      {others.length === 0 ? null : (
        <Panel title="What others do for you">
          <ActionTable caption="Actions of others" rows={others} today={today} mayWrite={false} />
        </Panel>
      )}
      {ended.length === 0 ? null : (
        <Panel title="Done and dropped">
          <ActionTable caption="Done and dropped" rows={ended} today={today} mayWrite />
        </Panel>
      )}
    </>
  );
}
