/** A text to take along, with a button where the browser allows it. */
export function CopyText({ text, label }: { text: string; label: string }) {
  return (
    <p className="app-copy">
      <code>{text}</code>
      <button
        type="button"
        className="govuk-button govuk-button--secondary"
        data-copy={text}
        hidden
      >
        Copy<span className="govuk-visually-hidden"> {label}</span>
      </button>
    </p>
  );
}
