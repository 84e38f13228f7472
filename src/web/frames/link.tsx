import { Outlet, useLoaderData } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { ctxContext, flashContext } from '../../platform/page.ts';
import { PlainFrame } from '../../ui/plain-frame.tsx';
import { requireLink } from '../require-link.ts';

export const handle = { takes: 'a long form' };

export const middleware = [requireLink];

export function loader({ context }: LoaderFunctionArgs) {
  const { org } = context.get(ctxContext);
  return {
    organisation: org.name,
    isDemonstration: org.isDemonstration,
    said: context.get(flashContext).said,
  };
}

/** Pages opened from a letter. */
export default function Frame() {
  const frame = useLoaderData<typeof loader>();
  return (
    <PlainFrame
      name={frame.organisation}
      homeHref="/"
      said={frame.said}
      isDemonstration={frame.isDemonstration}
    >
      <Outlet />
    </PlainFrame>
  );
}
