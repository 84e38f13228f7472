import { useContext } from 'react';
import { isRouteErrorResponse } from 'react-router';
import { Button } from '../../ui/form.tsx';
import { HiddenValues, TypedWords } from '../../ui/typed-words.tsx';
import { type SentForm, SentFormContext } from './sent-form.ts';

interface ErrorPageProps {
  status: number;
  message: string | null;
}

const titles: Record<number, string> = {
  404: 'Page not found',
  408: 'Not everything arrived',
  409: 'That could not be done',
  413: 'Too large',
  421: 'Not at this address',
  429: 'Too many attempts',
  503: 'Busy at the moment',
};

/** What people see when a page cannot be shown. It never tells how the product works inside. */
export function ErrorPage(props: ErrorPageProps) {
  return (
    <main className="govuk-width-container govuk-main-wrapper" id="main-content">
      <ErrorWords {...props} />
      <p className="govuk-body">
        <a className="govuk-link" href="/">
          Go to the start page
        </a>
      </p>
    </main>
  );
}

/** The same inside a frame. What was sent is given back: no words are lost with a refusal. */
export function ErrorWords({ status, message }: ErrorPageProps) {
  const sent = useContext(SentFormContext);
  const isOurs = status >= 500;
  const title = titles[status] ?? (isOurs ? 'Sorry, something went wrong' : 'That did not work');
  const otherwise = isOurs
    ? 'Wait a minute and try again; if it stays so, tell the person who runs this installation.'
    : 'Check the address, or go back and try again.';
  return (
    <>
      <title>{`${title} – Espalier`}</title>
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">{message ?? otherwise}</p>
      {sent === null ? null : isOurs ? <TryAgain sent={sent} /> : <Words sent={sent} />}
    </>
  );
}

function TryAgain({ sent }: { sent: SentForm }) {
  if (!sent.isWhole) {
    return (
      <>
        <p className="govuk-body">
          It is not certain that it was saved. Passwords, codes and files have to be entered again:{' '}
          <a href={sent.path}>open the page again</a>.
        </p>
        <Words sent={sent} />
      </>
    );
  }
  return (
    <form method="post" action={sent.path} noValidate>
      <p className="govuk-body">
        What you entered is still here. Send it again: it is saved once, however often you send it.
      </p>
      <HiddenValues values={sent.values} />
      <Button>Try again</Button>
      <TypedWords values={sent.values} />
    </form>
  );
}

function Words({ sent }: { sent: SentForm }) {
  return <TypedWords values={sent.values} />;
}

/** The boundary of every frame and of the whole product. */
export function wordsOfError(error: unknown): ErrorPageProps {
  if (!isRouteErrorResponse(error)) return { status: 500, message: null };
  const told: unknown = error.data;
  const message =
    typeof told === 'object' && told !== null && 'message' in told ? String(told.message) : null;
  return { status: error.status, message };
}
