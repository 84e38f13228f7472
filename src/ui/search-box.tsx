interface SearchBoxProps {
  label: string;
  value?: string;
  name?: string;
  /** Kept in the address beside the search. */
  kept?: Record<string, string>;
}

/** Search by a form of its own; the words stand in the address. */
export function SearchBox({ label, value = '', name = 'search', kept = {} }: SearchBoxProps) {
  return (
    <form method="get" role="search" className="app-search">
      {Object.entries(kept).map(([key, text]) => (
        <input key={key} type="hidden" name={key} value={text} />
      ))}
      <div>
        <label className="govuk-label" htmlFor={`search-${name}`}>
          {label}
        </label>
        <input
          id={`search-${name}`}
          className="govuk-input"
          type="search"
          name={name}
          defaultValue={value}
        />
      </div>
      <button type="submit" className="govuk-button govuk-button--secondary">
        Search
      </button>
    </form>
  );
}
