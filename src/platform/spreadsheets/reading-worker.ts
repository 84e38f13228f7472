import { parentPort } from 'node:worker_threads';
import { listSheets } from './list-sheets.ts';
import { readTable } from './read-table.ts';
import type { SourceRow } from './table.ts';
import type { ReadingNews, ReadingOrder } from './table-reader.ts';

const port = parentPort;
if (port === null) throw new Error('reading-worker.ts runs as a worker only');
const tell = (news: ReadingNews) => port.postMessage(news);
/** So many rows are handed over at a time: what takes them goes on with other work in between. */
const batchSize = 1000;
let rows: SourceRow[] = [];

port.on('message', (order: ReadingOrder) => {
  if (order.what === 'sheets') {
    tell({ kind: 'sheets', sheets: listSheets(order.bytes, order.fileName) });
  } else if (order.what === 'table') {
    const read = readTable(order.bytes, order.fileName, order.options);
    rows = read.ok ? read.value.rows : [];
    tell({
      kind: 'table',
      table: read.ok ? { ...read, value: { ...read.value, rows: [] } } : read,
    });
  } else {
    tell({ kind: 'rows', rows: rows.splice(0, batchSize), isLast: rows.length === 0 });
  }
});
