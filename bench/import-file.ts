/** A CSV of 10,000 firms that are on no record yet; `part` makes it another 10,000. */
export function importFile(part: number) {
  const columns = [
    ...['Company Name', 'Company Number', 'Address', 'Postcode', 'Employees', 'Turnover'],
    ...['Contact Name', 'Email', 'Website'],
  ];
  const first = 20_000_000 + part * 10_000;
  const lines = [columns.join(',')];
  for (let at = first; at < first + 10_000; at += 1) {
    lines.push(
      [
        `Imported ${words[at % words.length]} ${at} Ltd`,
        String(at),
        `"${at % 300} High Street, Coventry"`,
        `CV${1 + (at % 9)} ${at % 10}AB`,
        String(at % 200),
        String((at % 10_000) * 1000),
        `Ann Birch ${at}`,
        `ann${at}@imported.example`,
        `www.firm${at}.example`,
      ].join(','),
    );
  }
  return { columns, firstNumber: first, bytes: new TextEncoder().encode(`${lines.join('\n')}\n`) };
}

const words = ['Alder', 'Birch', 'Cedar', 'Damson', 'Elm', 'Fir', 'Gorse', 'Hazel'];
