import { redirect, useLoaderData } from 'react-router';
import { formatInstant } from '../../../kernel/calendar.ts';
import { orgPaths } from '../../../kernel/paths.ts';
import { dropKeptForm, keptForm } from '../../../platform/kept-forms.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { Panel } from '../../../ui/card.tsx';
import { Button, PostButton } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { HiddenValues, TypedWords } from '../../../ui/typed-words.tsx';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const id = params['kept'] ?? '';
  const kept = await keptForm(tx, ctx, id);
  return { id, ...kept, sentAt: formatInstant(kept.keptAt, ctx.org.zone) };
});

export const action = actPage(async ({ ctx, params }) => {
  await dropKeptForm(ctx, params['kept'] ?? '');
  return redirect(orgPaths(ctx.org.slug).home, 303);
});

export default function Screen() {
  const { id, path, values, hadFiles, sentAt } = useLoaderData<typeof loader>();
  return (
    <>
      <title>What you typed is kept – Espalier</title>
      <PageHeading
        title="What you typed is kept"
        caption={`You sent a form on ${sentAt}, when you were signed out. Nothing was changed by it yet.`}
      />
      <Panel title="What it says">
        <TypedWords values={values} />
        {hadFiles ? (
          <p className="govuk-body">The file is not kept. You are asked for it again.</p>
        ) : null}
      </Panel>
      <form method="post" action={path} noValidate>
        <HiddenValues values={values} />
        <input type="hidden" name="_kept" value={id} />
        <Button>Send it now</Button>
      </form>
      <p className="govuk-body">
        <a className="govuk-link" href={path}>
          Open its page without it
        </a>
      </p>
      <PostButton>Throw it away</PostButton>
    </>
  );
}
