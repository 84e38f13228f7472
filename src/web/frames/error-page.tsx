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
export function ErrorPage({ status, message }: ErrorPageProps) {
  const title =
    titles[status] ?? (status < 500 ? 'That did not work' : 'Sorry, something went wrong');
  return (
    <>
      <title>{`${title} – Espalier`}</title>
      <main className="govuk-width-container govuk-main-wrapper" id="main-content">
        <h1 className="govuk-heading-l">{title}</h1>
        <p className="govuk-body">
          {message ??
            (status < 500
              ? 'Check the address, or go back and try again.'
              : 'What you entered before is kept. Wait a minute and try again; if it stays so, tell the person who runs this installation.')}
        </p>
        <p className="govuk-body">
          <a className="govuk-link" href="/">
            Go to the start page
          </a>
        </p>
      </main>
    </>
  );
}
