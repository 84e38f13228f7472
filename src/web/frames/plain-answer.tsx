import { renderToStaticMarkup } from 'react-dom/server';
import styles from '../../ui/styles/main.scss?url';
import { ErrorPage } from './error-page.tsx';

interface PlainAnswer {
  readonly status: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A page in words for a request that reaches no page: it asks nothing of the database. */
export function plainAnswer({ status, message, headers }: PlainAnswer): Response {
  const page = renderToStaticMarkup(
    <html lang="en-GB" className="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href={styles} />
      </head>
      <body className="govuk-template__body">
        <ErrorPage status={status} message={message} />
      </body>
    </html>,
  );
  return new Response(`<!doctype html>${page}`, {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers },
  });
}
