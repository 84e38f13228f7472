import type { programmePaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import type { ImportRunView } from '../reads.ts';

interface WhatNextProps {
  run: ImportRunView;
  paths: ReturnType<typeof programmePaths>;
  invitable: number;
}

/** Where the list went, and what its people and firms wait for. */
export function WhatNext({ run, paths, invitable }: WhatNextProps) {
  return (
    <>
      <p className="govuk-body">{whereTo(run, paths)}</p>
      {invitable === 0 ? null : (
        <p className="govuk-body">
          {plural(invitable, 'person', 'people')} of this list cannot sign in yet.{' '}
          <a href={paths.inviteImported(run.id)}>Invite them</a>; you see the letter first.
        </p>
      )}
    </>
  );
}

function whereTo({ kind, format }: ImportRunView, paths: WhatNextProps['paths']) {
  if (kind === 'mentors') {
    return (
      <>
        <a href={paths.mentors}>See the mentors.</a> They can be matched once their induction and
        their signed code are recorded.
      </>
    );
  }
  if (kind === 'enterprises' && !format.enrols) {
    return (
      <>
        <a href={paths.onRecord}>See the firms kept on record.</a> They can be made applicants
        there.
      </>
    );
  }
  return (
    <>
      <a href={paths.enterprises}>See the enterprises.</a>
      {kind === 'enterprises'
        ? ' Applicants wait for an adviser and for their eligibility tests.'
        : null}
    </>
  );
}
