import { type Filter, tableHref, type TableQuery } from './table-query.ts';

interface NothingFoundProps {
  query: TableQuery;
  /** What is looked for, as many: "enterprises". */
  noun: string;
  filters: readonly Filter[];
}

/** What a search without a result looked for, how to clear it at once, and what else may find it. */
export function NothingFound({ query, noun, filters }: NothingFoundProps) {
  const chosen = chosenOf(query, filters);
  const lookedFor = [
    ...(query.search === '' ? [] : [`“${query.search}”`]),
    ...chosen.map(({ label, value }) => `${label}: ${value}`),
  ];
  return (
    <div className="app-empty">
      <h2 className="govuk-heading-m">No {noun} found</h2>
      <p className="govuk-body">Looked for {lookedFor.join('; ')}.</p>
      <ul className="govuk-list govuk-list--bullet">
        {query.search === '' ? null : (
          <li>Try fewer letters or another spelling: part of a word is enough.</li>
        )}
        {lookedFor.length < 2
          ? null
          : chosen.map(({ name, label }) => (
              <li key={name}>
                <a href={tableHref(query, { filters: without(query.filters, name) })}>
                  Look again without “{label}”
                </a>
              </li>
            ))}
      </ul>
      <p className="govuk-body">
        <a href={tableHref(query, { search: '', filters: {} })}>
          {query.search === '' ? 'Clear the filters' : 'Clear search and filters'}
        </a>
      </p>
    </div>
  );
}

function chosenOf({ filters: chosen }: TableQuery, filters: readonly Filter[]) {
  return Object.entries(chosen).map(([name, value]) => {
    const filter = filters.find((one) => one.name === name);
    const option = filter?.options.find((one) => one.value === value);
    return { name, label: filter?.label ?? 'a filter', value: option?.label ?? 'not in the list' };
  });
}

function without(filters: Readonly<Record<string, string>>, name: string) {
  return Object.fromEntries(Object.entries(filters).filter(([key]) => key !== name));
}
