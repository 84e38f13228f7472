interface PrintHeaderProps {
  organisation: string;
  programme?: string | null;
  /** The day of printing, e.g. `23 November 2026`. */
  printed: string;
}

/** Says on paper where a page came from; not shown on a screen. The frames draw it on every page. */
export function PrintHeader({ organisation, programme, printed }: PrintHeaderProps) {
  return (
    <div className="app-print-head">
      <span>
        {programme === undefined || programme === null
          ? organisation
          : `${organisation}, ${programme}`}
      </span>
      <span>Printed {printed}</span>
    </div>
  );
}

/** Opens the print dialogue; hidden until the script is there. */
export function PrintButton({ children = 'Print' }: { children?: string }) {
  return (
    <button type="button" className="govuk-button govuk-button--secondary" data-print hidden>
      {children}
    </button>
  );
}
