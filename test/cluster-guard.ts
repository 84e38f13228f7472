import { withClient } from '../src/platform/postgres/client.ts';
import { ownerSettings, pidFileLines, preparePlace } from '../src/platform/postgres/place.ts';
import { endPostmaster, isPostmaster } from '../src/platform/postgres/postmaster.ts';
import { clusterDirectory, runPrefix } from './cluster.ts';

// Started by a test run with a pipe: the pipe closes when the run ends, also when it is killed.
process.stdin.resume();
process.stdin.on('end', () => void stopUnused());

async function stopUnused(): Promise<void> {
  const place = await preparePlace(clusterDirectory);
  const pid = Number((await pidFileLines(place))[0] ?? 0);
  if (pid <= 0 || !(await isPostmaster(pid, place))) return;
  const own = `${runPrefix}${process.argv[2] ?? ''}`;
  const others = await withClient(await ownerSettings(place, 'postgres'), async (client) => {
    const found = await client.query(
      'select 1 from pg_stat_activity a where a.application_name like $1 and a.application_name <> $2',
      [`${runPrefix}%`, own],
    );
    return found.rowCount ?? 0;
  });
  if (others === 0) await endPostmaster(pid, place, 'SIGINT');
}
