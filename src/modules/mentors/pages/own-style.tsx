import { useLoaderData } from 'react-router';
import { notFound } from '../../../kernel/errors.ts';
import { participantPaths } from '../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import type { Actor } from '../../../platform/permission.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { recordWorkingStyle } from '../commands/record-working-style.ts';
import { enterpriseName, workingStyleOf } from '../reads.ts';
import { WorkingStyleForm, workingStyleInput } from './working-style-form.tsx';

export const loader = loadPage(async ({ ctx, tx, url }) => {
  const id = ownEnterprise(ctx.actor, url);
  return {
    name: await enterpriseName(tx, id),
    back: participantPaths(ctx.org.slug).home,
    stored: await workingStyleOf(tx, id),
  };
});

export const action = actPage(async ({ ctx, form, url, done }) => {
  await recordWorkingStyle(ctx, workingStyleInput(ownEnterprise(ctx.actor, url), form));
  return done(
    participantPaths(ctx.org.slug).home,
    'Thank you. Your answers are kept, and count whenever we look for a mentor for you.',
  );
});

/** Somebody with several enterprises names one in the address; others have one. */
function ownEnterprise(actor: Actor, url: URL): string {
  const wanted = url.searchParams.get('enterprise');
  const own = [...actor.ownEnterpriseIds];
  const found = wanted === null ? own[0] : own.find((id) => id === wanted);
  if (!found) throw notFound();
  return found;
}

export default function Screen() {
  const { name, back, stored } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <title>How we like to work</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="How we like to work"
        caption={name}
        back={{ label: 'My enterprise', href: back }}
      />
      <WorkingStyleForm stored={stored} answer={answer} mayRecord />
    </>
  );
}
