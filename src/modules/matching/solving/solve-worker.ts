import { parentPort, workerData } from 'node:worker_threads';
import { solveDesk } from './solve-desk.ts';
import type { SolveNews, SolveOrder } from './solve-aside.ts';

const port = parentPort;
if (port === null) throw new Error('solve-worker.ts runs as a worker only');
const { facts, wishes, salt } = workerData as SolveOrder;
const tell = (news: SolveNews) => port.postMessage(news);
tell({
  kind: 'done',
  solved: solveDesk(facts, wishes, salt, (progress) => tell({ kind: 'progress', progress })),
});
