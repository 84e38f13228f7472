/** The one way to download what a list shows: as CSV and as a workbook. `href` is of the export, narrowed alike. */
export function Download({ href }: { href: string }) {
  const as = (format: string) => `${href}${href.includes('?') ? '&' : '?'}format=${format}`;
  return (
    <p className="app-download">
      Download: <a href={as('csv')}>CSV</a>, <a href={as('xlsx')}>XLSX</a>
    </p>
  );
}
