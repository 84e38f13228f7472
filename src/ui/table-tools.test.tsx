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
