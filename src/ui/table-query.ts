export interface TableQuery {
  search: string;
  sort: string;
  direction: 'asc' | 'desc';
  page: number;
  pageSize: number;
  filters: Record<string, string>;
}

interface FilterOption {
  value: string;
  label: string;
}

/** A choice above a list that narrows it. */
export interface Filter {
  name: string;
  label: string;
  options: readonly FilterOption[];
}

export interface TableRules {
  /** Keys that may be sorted by; the first is the default. A leading `-` makes it descending. */
  sorts: readonly string[];
  /** Names of filters that may come in the address. */
  filters?: readonly string[];
  pageSize?: number;
}

const longest = 200;

/** Reads a table's state from the address. Unknown keys are ignored; texts and pages are bounded. */
export function parseTableQuery(url: URL, rules: TableRules): TableQuery {
  const first = rules.sorts[0] ?? '';
  const allowed = new Set(rules.sorts.map((sort) => sort.replace(/^-/, '')));
  const wanted = url.searchParams.get('sort') ?? first;
  const sort = allowed.has(wanted.replace(/^-/, '')) ? wanted : first;
  const page = Number(url.searchParams.get('page') ?? '1');
  const filters: Record<string, string> = {};
  for (const name of rules.filters ?? []) {
    const value = url.searchParams.get(name);
    if (value) filters[name] = value.slice(0, longest);
  }
  return {
    search: (url.searchParams.get('search') ?? '').trim().slice(0, longest),
    sort: sort.replace(/^-/, ''),
    direction: sort.startsWith('-') ? 'desc' : 'asc',
    page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
    pageSize: rules.pageSize ?? 50,
    filters,
  };
}

/** The address of the same table in another state; a change of search, filter or sort goes to page 1. */
export function tableHref(
  query: TableQuery,
  change: Partial<Pick<TableQuery, 'search' | 'sort' | 'direction' | 'page' | 'filters'>>,
  extra: Record<string, string> = {},
): string {
  const next = { ...query, page: 1, ...change };
  const params = new URLSearchParams();
  if (next.search) params.set('search', next.search);
  for (const [name, value] of Object.entries(next.filters)) if (value) params.set(name, value);
  if (next.sort) params.set('sort', next.direction === 'desc' ? `-${next.sort}` : next.sort);
  if (next.page > 1) params.set('page', String(next.page));
  for (const [name, value] of Object.entries(extra)) params.set(name, value);
  const text = params.toString();
  return text === '' ? '?' : `?${text}`;
}
