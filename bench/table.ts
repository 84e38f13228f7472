import { quantile, median, noise } from './figures.ts';
import type { CommandResults } from './commands-process.ts';
import type { PageResult } from './measure-pages.ts';

export interface BenchResults {
  readonly small: readonly PageResult[];
  readonly large: readonly PageResult[];
  readonly commands: CommandResults;
}

/** The results as text: what was measured beside what is aimed at. */
export function tableOf({ small, large, commands }: BenchResults): string {
  const lines = [
    [
      '10,000 enterprises',
      'CPU ms',
      'bare',
      'ratio',
      'aim',
      'p50 ms',
      'p99 ms',
      'p99/p50',
      'aim',
      'DB ms',
      'KB',
    ],
    ...small.map((page) => pageLine(page)),
    ['100,000 enterprises', '', '', '', '', '', '', '', '', '', ''],
    ...large.map((page) => pageLine(page)),
  ];
  const memory = Math.max(...[...small, ...large].map(({ rssBytes }) => rssBytes)) / 2 ** 20;
  const { imported, bareCopy, ranking, rankingCpu, rankingWithRead, firstRanking } = commands;
  const ratios = imported.ours.map((ours, at) => ours / (imported.reference[at] ?? Number.NaN));
  const bare = imported.ours.map((ours, at) => ours / (bareCopy[at] ?? Number.NaN));
  const other = [
    ['', 'measured', 'aim', ''],
    ...small.map((page, at) => growthLine(page, large[at])),
    [
      // The fair one: it leaves behind what an import leaves behind. The other makes no usable record.
      'import of 10,000 rows against COPY of the rows it makes, keys and checks kept',
      `${times(median(ratios))} ±${percent(noise(ratios))}`,
      verdict(median(ratios), 10, '× '),
      `${median(imported.ours).toFixed(0)} ms, ${median(imported.reference).toFixed(0)} ms`,
    ],
    [
      'import against COPY of the bare text into one table without keys',
      times(median(bare)),
      '',
      `${median(bareCopy).toFixed(0)} ms`,
    ],
    [
      'resident memory of the server, most',
      `${memory.toFixed(0)} MB`,
      verdict(memory, 400, ' MB'),
      '',
    ],
    [
      'ranking 2,000 mentors for a need, with reasons, p99',
      `${quantile(ranking, 0.99).toFixed(1)} ms`,
      verdict(quantile(ranking, 0.99), 10, ' ms'),
      `p50 ${median(ranking).toFixed(1)} ms; CPU p99 ${quantile(rankingCpu, 0.99).toFixed(1)} ms`,
    ],
    [
      'the same with what its page reads, median',
      `${median(rankingWithRead).toFixed(1)} ms`,
      '',
      `first ${firstRanking.toFixed(0)} ms`,
    ],
  ];
  return `${aligned(lines)}\n\n${aligned(other)}`;
}

function pageLine({ name, ours, reference, ratio, ratioNoise }: PageResult): string[] {
  const tail = ours.p99 / ours.p50;
  return [
    `  ${name}`,
    ours.cpu.toFixed(2),
    reference.cpu.toFixed(2),
    `${times(ratio)} ±${percent(ratioNoise)}`,
    verdict(ratio, 8, '×'),
    ours.p50.toFixed(1),
    ours.p99.toFixed(1),
    times(tail),
    verdict(tail, 4, '×'),
    ours.databaseCpu === null
      ? '?'
      : `${ours.databaseCpu.toFixed(2)} (${reference.databaseCpu?.toFixed(2)})`,
    (ours.bytes / 1024).toFixed(1),
  ];
}

/** All CPU of a request, the database's too where it is known. */
function growthLine(small: PageResult, large: PageResult | undefined): string[] {
  const spent = (page: PageResult) => page.ours.cpu + (page.ours.databaseCpu ?? 0);
  const growth = large ? spent(large) / spent(small) : Number.NaN;
  const slower = large ? large.ours.p50 / small.ours.p50 : Number.NaN;
  return [
    `${small.name}: ten times the data, CPU with the database`,
    times(growth),
    verdict(growth, 1.3, '×'),
    `p50 ${times(slower)}`,
  ];
}

const times = (value: number) => `${value.toFixed(value < 10 ? 2 : 1)}×`;
const percent = (share: number) => `${(share * 100).toFixed(0)}%`;

function verdict(value: number, most: number, unit: string): string {
  return `≤ ${most}${unit.trimEnd()}${value <= most ? '' : ' MISSED'}`;
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
