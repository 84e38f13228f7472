import type { Server } from 'node:http';
import { type Proxies, networkOf } from '../platform/proxies.ts';

/** One small form is kept for each at most, so together they hold no more than 64 MB. */
const maxConnections = 1_000;

/** The people of one office, each with the six connections that a browser opens, share an address. */
const maxOfOneVisitor = 256;

/** Bounds how many connections there are, and how many one visitor has: half-sent ones cost nothing to make. */
export function limitConnections(server: Server, proxies: Pick<Proxies, 'isProxy'>): void {
  server.maxConnections = maxConnections;
  const counts = new Map<string, number>();
  server.on('connection', (socket) => {
    const address = socket.remoteAddress ?? '';
    // Behind these are all visitors at once.
    if (proxies.isProxy(address) || /^(::ffff:)?127\.|^::1$/.test(address)) return;
    const network = networkOf(address);
    const count = (counts.get(network) ?? 0) + 1;
    if (count > maxOfOneVisitor) return void socket.destroy();
    counts.set(network, count);
    socket.once('close', () => {
      const left = (counts.get(network) ?? 1) - 1;
      if (left > 0) counts.set(network, left);
      else counts.delete(network);
    });
  });
}
