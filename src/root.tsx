import { Links, Meta, Outlet, Scripts, useMatches, useRouteLoaderData } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import enhance from './ui/scripts/enhance.ts?worker&url';
import styles from './ui/styles/main.scss?url';
import { isInteractive } from './web/interactive.ts';
import { nonceContext } from './web/security-headers.ts';
import { ErrorPage, wordsOfError } from './web/frames/error-page.tsx';

export function loader({ context }: LoaderFunctionArgs) {
  return { nonce: context.get(nonceContext) };
}

export function Layout({ children }: { children: React.ReactNode }) {
  const nonce = useRouteLoaderData<typeof loader>('root')?.nonce ?? '';
  const hasScripts = useMatches().some((match) => isInteractive(match.handle));
  return (
    <html lang="en-GB" className="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#12352d" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={styles} />
        <Meta />
        <Links />
      </head>
      <body className="govuk-template__body">
        {children}
        <script type="module" src={enhance} />
        {hasScripts ? <Scripts nonce={nonce} /> : null}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: { error: unknown }) {
  return <ErrorPage {...wordsOfError(error)} />;
}
