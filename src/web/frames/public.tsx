import { Outlet, useLoaderData } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { formatDate } from '../../kernel/calendar.ts';
import { ctxContext, flashContext } from '../../platform/page.ts';
import { PlainFrame } from '../../ui/plain-frame.tsx';
import { allowPublic } from '../require-org.ts';

export const handle = { takes: 'a long form' };

export const middleware = [allowPublic];

export function loader({ context }: LoaderFunctionArgs) {
  const { org, clock } = context.get(ctxContext);
  return {
    organisation: org.name,
    isDemonstration: org.isDemonstration,
    said: context.get(flashContext).said,
    printed: formatDate(clock.today(org.zone)),
  };
}

/** Pages of an organisation that need no account: applications and mailed links. */
export default function Frame() {
  const frame = useLoaderData<typeof loader>();
  return (
    <PlainFrame
      name={frame.organisation}
      homeHref="#main-content"
      said={frame.said}
      printed={frame.printed}
      isDemonstration={frame.isDemonstration}
    >
      <Outlet />
    </PlainFrame>
  );
}
