import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { TableQuery } from './table-query.ts';
import { Pagination, TableTools } from './table-tools.tsx';

const query: TableQuery = {
  search: '',
  sort: 'name',
  direction: 'asc',
  page: 2,
  pageSize: 50,
  filters: {},
};

function shown(total: number): string {
  return renderToStaticMarkup(
    <>
      <TableTools query={query} total={total} mostCounted={1000} noun={['firm', 'firms']} />
      <Pagination query={query} total={total} mostCounted={1000} />
    </>,
  );
}

test('tells how many there are and which page of how many this is', () => {
  expect(shown(1000)).toContain('1,000 firms');
  expect(shown(1000)).toContain('Page 2 of 20');
});

test('says only that there are more where no more was counted, and still leads on', () => {
  expect(shown(1001)).toContain('More than 1,000 firms');
  expect(shown(1001)).toContain('Page 2<');
  expect(shown(1001)).toContain('page=3');
});

function found(search: string, filters: Record<string, string>): string {
  return renderToStaticMarkup(
    <TableTools
      query={{ ...query, page: 1, search, filters }}
      total={0}
      noun={['firm', 'firms']}
      filters={[
        { name: 'state', label: 'State', options: [{ value: 'applied', label: 'Applied' }] },
        { name: 'size', label: 'Size', options: [{ value: 'micro', label: 'Micro' }] },
      ]}
    />,
  );
}

test('a search that finds nothing says what it looked for and clears all by one link', () => {
  const html = found('robots', { state: 'applied' });
  expect(html).toContain('No firms found');
  expect(html).toContain('Looked for “robots”; State: Applied.');
  expect(html).toMatch(/href="\?sort=name">Clear search and filters/);
  expect(html).toContain('Try fewer letters');
});

test('a search that finds nothing offers to leave out one filter at a time', () => {
  const html = found('', { state: 'applied', size: 'micro' });
  expect(html).toMatch(/size=micro&amp;sort=name">Look again without “State”/);
  expect(html).toMatch(/state=applied&amp;sort=name">Look again without “Size”/);
  expect(html).toContain('Clear the filters');
  expect(found('', { state: 'applied' })).not.toContain('Look again');
});

test('says no more than that there is nothing yet where nothing was looked for', () => {
  expect(found('', {})).not.toContain('Looked for');
});

test('a page behind the last one leads back to the first', () => {
  expect(shown(20)).toContain('There is no page 2 any more.');
  expect(shown(120)).not.toContain('any more');
});

test('folds filters away until one is set', () => {
  const filters = [{ name: 'state', label: 'State', options: [{ value: 'open', label: 'Open' }] }];
  const tools = (set: Record<string, string>) =>
    renderToStaticMarkup(
      <TableTools
        query={{ ...query, filters: set }}
        total={3}
        noun={['firm', 'firms']}
        filters={filters}
      />,
    );
  expect(tools({})).toMatch(/<details[^>]*data-filters="true"><summary[^>]*>Filters<\/summary>/);
  expect(tools({ state: 'open' })).toMatch(/<details[^>]*open=""><summary[^>]*>Filters \(1 set\)/);
  expect(
    renderToStaticMarkup(<TableTools query={query} total={3} noun={['a', 'b']} />),
  ).not.toContain('details');
});
