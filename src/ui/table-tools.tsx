import type { ReactNode } from 'react';
import { Download } from './download.tsx';
import { NothingFound } from './nothing-found.tsx';
import { type Filter, tableHref, type TableQuery } from './table-query.ts';

interface TableToolsProps {
  query: TableQuery;
  total: number;
  /** Up to here is counted; a greater total only means that there are more. */
  mostCounted?: number;
  /** What is counted: one and many. */
  noun: readonly [one: string, many: string];
  searchLabel?: string;
  /** A sum over all that is found, behind the count. */
  also?: string;
  filters?: readonly Filter[];
  actions?: ReactNode;
  /** Address of the list as a file; what narrows the screen narrows it, too. */
  download?: string;
}

/** Search, filters and the count above a table. Its state lives in the address and works without scripts. */
export function TableTools(props: TableToolsProps) {
  const { query, total, noun, filters = [], mostCounted } = props;
  const isNarrowed = query.search !== '' || Object.keys(query.filters).length > 0;
  return (
    <div className="app-tools">
      <form method="get" role="search" className="app-tools__form">
        <div className="app-tools__field">
          <label className="govuk-label" htmlFor="table-search">
            {props.searchLabel ?? 'Search'}
          </label>
          <input
            id="table-search"
            className="govuk-input"
            type="search"
            name="search"
            defaultValue={query.search}
          />
        </div>
        {filters.length === 0 ? null : <Filters filters={filters} set={query.filters} />}
        <input
          type="hidden"
          name="sort"
          value={query.direction === 'desc' ? `-${query.sort}` : query.sort}
        />
        <button type="submit" className="govuk-button govuk-button--secondary">
          Show
        </button>
        {isNarrowed ? (
          <a className="govuk-link" href={tableHref(query, { search: '', filters: {} })}>
            Show all
          </a>
        ) : null}
      </form>
      <div className="app-tools__line">
        <p className="govuk-body-s">
          {countWords(total, mostCounted)} {total === 1 ? noun[0] : noun[1]}
          {isNarrowed ? ' found' : ''}
          {props.also ? `, ${props.also}` : ''}
        </p>
        {total === 0 && isNarrowed ? null : props.actions}
        {props.download === undefined || (total === 0 && isNarrowed) ? null : (
          <Download href={`${props.download}${tableHref(query, {})}`} />
        )}
      </div>
      {total === 0 && isNarrowed ? (
        <NothingFound query={query} noun={noun[1]} filters={filters} />
      ) : null}
      {total > 0 && (query.page - 1) * query.pageSize >= total ? (
        <p className="govuk-body">
          There is no page {query.page.toLocaleString('en-GB')} any more.{' '}
          <a href={tableHref(query, { page: 1 })}>Go to the first page</a>
        </p>
      ) : null}
    </div>
  );
}

/**
 * Folded on a phone, where each would push the list further down, unless one is set. On a wide window the style
 * shows them whether open or not, and `open-filters.ts` opens them where the browser's style cannot.
 */
function Filters({
  filters,
  set,
}: {
  filters: readonly Filter[];
  set: Readonly<Record<string, string>>;
}) {
  const count = filters.filter(({ name }) => set[name]).length;
  return (
    <details className="app-tools__more" data-filters open={count > 0}>
      <summary className="app-tools__summary">Filters{count > 0 ? ` (${count} set)` : ''}</summary>
      <div className="app-tools__filters">
        {filters.map((filter) => (
          <div className="app-tools__field" key={filter.name}>
            <label className="govuk-label" htmlFor={`filter-${filter.name}`}>
              {filter.label}
            </label>
            <select
              id={`filter-${filter.name}`}
              className="govuk-select"
              name={filter.name}
              defaultValue={set[filter.name] ?? ''}
            >
              <option value="">All</option>
              {filter.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
    </details>
  );
}

function countWords(total: number, most = Infinity): string {
  const shown = Math.min(total, most).toLocaleString('en-GB');
  return total > most ? `More than ${shown}` : shown;
}

type PaginationProps = Pick<TableToolsProps, 'query' | 'total' | 'mostCounted'>;

/** Links to the pages before and after; nothing when one page holds all. */
export function Pagination({ query, total, mostCounted = Infinity }: PaginationProps) {
  const pages = Math.max(1, Math.ceil(total / query.pageSize));
  if (pages === 1) return null;
  return (
    <nav className="govuk-pagination" aria-label="Pages">
      {query.page > 1 ? (
        <div className="govuk-pagination__prev">
          <a
            className="govuk-link govuk-pagination__link"
            href={tableHref(query, { page: query.page - 1 })}
            rel="prev"
          >
            Previous<span className="govuk-visually-hidden"> page</span>
          </a>
        </div>
      ) : null}
      <p className="govuk-body-s app-pages">
        Page {query.page.toLocaleString('en-GB')}
        {total > mostCounted ? null : ` of ${pages.toLocaleString('en-GB')}`}
      </p>
      {query.page < pages ? (
        <div className="govuk-pagination__next">
          <a
            className="govuk-link govuk-pagination__link"
            href={tableHref(query, { page: query.page + 1 })}
            rel="next"
          >
            Next<span className="govuk-visually-hidden"> page</span>
          </a>
        </div>
      ) : null}
    </nav>
  );
}
