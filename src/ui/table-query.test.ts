import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTableQuery, tableHref } from './table-query.ts';

const rules = { sorts: ['name', '-hours'], filters: ['state', 'area'], pageSize: 25 };
const read = (search: string) =>
  parseTableQuery(new URL(search, 'https://espalier.test/list'), rules);

describe('the state of a table in its address', () => {
  it('starts with the first sort, page 1 and no filter', () => {
    expect(read('?')).toEqual({
      search: '',
      sort: 'name',
      direction: 'asc',
      page: 1,
      pageSize: 25,
      filters: {},
    });
  });

  it('ignores sorts and filters that the list does not know', () => {
    const query = read('?sort=password&owner=me&state=active&page=3');
    expect(query.sort).toBe('name');
    expect(query.filters).toEqual({ state: 'active' });
  });

  it.each(['0', '-1', '1.5', 'x', '1e9', ''])('shows the first page for page %s', (page) => {
    expect(read(`?page=${page}`).page).toBe(1);
  });

  it('cuts a search that is too long', () => {
    expect(read(`?search=${'a'.repeat(5_000)}`).search).toHaveLength(200);
  });

  it('goes back to page 1 when search, filter or sort change, and keeps the rest', () => {
    const query = read('?page=4&state=active&search=optics');
    expect(tableHref(query, { sort: 'hours', direction: 'desc' })).toBe(
      '?search=optics&state=active&sort=-hours',
    );
    expect(read(tableHref(query, { page: 5 })).page).toBe(5);
  });

  it('comes back unchanged from every address it writes', () => {
    const text = fc.string({ maxLength: 60 }).map((value) => value.trim());
    fc.assert(
      fc.property(
        text,
        text,
        fc.constantFrom('name', 'hours'),
        fc.constantFrom('asc' as const, 'desc' as const),
        fc.integer({ min: 1, max: 100_000 }),
        (search, state, sort, direction, page) => {
          const filters: Record<string, string> = state === '' ? {} : { state };
          const query = { search, sort, direction, page, pageSize: 25, filters };
          expect(read(tableHref(query, { page }))).toEqual(query);
        },
      ),
    );
  });

  it('survives any address', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (text) => {
        const query = read(`?${text}`);
        expect(['name', 'hours']).toContain(query.sort);
        expect(query.page).toBeGreaterThanOrEqual(1);
        expect(query.search.length).toBeLessThanOrEqual(200);
      }),
    );
  });
});
