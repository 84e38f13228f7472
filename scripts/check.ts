import { fileURLToPath } from 'node:url';
import { writeDocuments } from './check/documents.ts';
import { type GateResult, gates, runGates } from './check/gates.ts';

const [...asked] = process.argv.slice(2);

if (asked.includes('--help')) {
  console.log(`Usage: npm run check [-- GATE…] [-- --write]

Runs every gate, or those named: ${gates.map(({ name }) => name).join(', ')}.
  --write   writes what is generated from architecture.mjs anew`);
} else if (asked.includes('--write')) {
  writeDocuments(fileURLToPath(new URL('..', import.meta.url)));
} else {
  const wanted = asked.length === 0 ? gates : gates.filter(({ name }) => asked.includes(name));
  if (wanted.length === 0) throw new Error(`no gate is called ${asked.join(' or ')}; see --help`);
  const results = await runGates(wanted, print);
  process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
}

function print({ name, ok, output, seconds }: GateResult): void {
  const line = `${ok ? 'ok    ' : 'FAILED'}  ${name} (${seconds.toFixed(1)} s)`;
  console.log(ok ? line : `${line}\n${output.replace(/^/gm, '        ')}\n`);
}
