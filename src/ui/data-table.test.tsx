import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { DataTable } from './data-table.tsx';
import { parseTableQuery } from './table-query.ts';
import { Pagination, TableTools } from './table-tools.tsx';

const rows = [
  { id: 'a', name: 'Lumen Optics', hours: 9 },
  { id: 'b', name: 'Arden Robotics', hours: 4 },
];
const read = (search: string) =>
  parseTableQuery(new URL(search, 'https://espalier.test/'), {
    sorts: ['name', 'hours'],
    filters: ['state'],
  });

function table(search: string) {
  return renderToStaticMarkup(
    <DataTable
      caption="Enterprises"
      query={read(search)}
      rows={rows}
      rowKey={(row) => row.id}
      pick={{ form: 'bulk', name: 'enterprise', label: (row) => `Choose ${row.name}` }}
      foot={{ hours: '13' }}
      columns={[
        {
          key: 'name',
          label: 'Enterprise',
          isHeader: true,
          isSortable: true,
          cell: (row) => row.name,
        },
        {
          key: 'hours',
          label: 'Hours',
          isNumeric: true,
          isSortable: true,
          cell: (row) => row.hours,
        },
      ]}
    />,
  );
}

describe('a table', () => {
  it('sorts by links that keep search and filters', () => {
    const html = table('?search=opt&state=active&page=2');
    expect(html).toContain('href="?search=opt&amp;state=active&amp;sort=hours"');
  });

  it('turns the order of the column it is sorted by, and says so', () => {
    const html = table('?sort=hours');
    expect(html).toContain('aria-sort="ascending"');
    expect(html).toContain('href="?sort=-hours"');
    expect(table('?sort=-hours')).toContain('aria-sort="descending"');
  });

  it('names rows, columns and itself', () => {
    const html = table('?');
    expect(html).toContain('Enterprises</caption>');
    expect(html).toContain('<th scope="row"');
    expect(html).toContain('data-label="Hours"');
  });

  it('offers a named box per row for the form below', () => {
    const html = table('?');
    expect(html).toContain('Choose Lumen Optics');
    expect(html.match(/form="bulk"/g)).toHaveLength(2);
  });

  it('shows totals under their columns', () => {
    expect(table('?')).toMatch(/<tfoot>.*13.*<\/tfoot>/);
  });
});

describe('the tools above a table', () => {
  it('count what was found and keep the sort', () => {
    const html = renderToStaticMarkup(
      <TableTools
        query={read('?search=opt&sort=-hours')}
        total={1}
        noun={['enterprise', 'enterprises']}
      />,
    );
    expect(html).toContain('1 enterprise found');
    expect(html).toContain('name="sort" value="-hours"');
    expect(html).toContain('value="opt"');
  });

  it('show no pages when one holds all', () => {
    expect(renderToStaticMarkup(<Pagination query={read('?')} total={50} />)).toBe('');
    const html = renderToStaticMarkup(<Pagination query={read('?page=2')} total={101} />);
    expect(html).toContain('Page 2 of 3');
    expect(html).toContain('rel="prev"');
    expect(html).toContain('rel="next"');
  });
});
