// Starts Espalier's programs from a fresh clone: installs what the lockfile asks for, finds a Node that can
// run TypeScript, and hands over. Has no dependencies and runs on any Node from 18 on.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('.', import.meta.url));
// Under load the newest objects would get 128 MB, most of it memory that no page needs.
const nodeOptions = ['--max-semi-space-size=16'];

const programs = {
  start: ['src/main.ts', 'serve'],
  espalier: ['src/main.ts'],
  test: ['scripts/test.ts'],
  check: ['scripts/check.ts'],
  schema: ['scripts/schema.ts'],
  dev: ['scripts/dev.ts'],
  bench: ['scripts/bench.ts'],
  'bench:matching': ['packages/matching-engine/bench/matching.ts'],
};
const wantedNode = 24;
const wantedNpm = 10;

const [name = 'start', ...rest] = process.argv.slice(2);
const program = programs[name];
if (!program) fail(`There is no program "${name}". Known: ${Object.keys(programs).join(', ')}.`);
install();
run(findNode(), [...program, ...rest]);

function install() {
  const stampFile = join(home, 'node_modules/.espalier-installed');
  const lock = readFileSync(join(home, 'package-lock.json'));
  const stamp = createHash('sha256')
    .update(lock)
    .update(`${process.platform} ${process.arch}`)
    .digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  const npm = findNpm();
  say('Installing what Espalier is built from (about half a minute the first time).');
  const done = spawnSync(
    npm.command,
    [...npm.args, 'ci', '--ignore-scripts', '--no-audit', '--no-fund'],
    {
      cwd: home,
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      // npm start passes its own settings on; as "npm_config_*" they would change how `npm ci` installs.
      env: withoutNpmSettings(['omit', 'include', 'production', 'only', 'global', 'dry_run']),
    },
  );
  if (done.error || done.status !== 0) {
    fail(
      `npm ci did not work:\n${done.error ? done.error.message : done.stderr}\nCheck that npm can reach its registry (npm ping) and that the disk has 700 MB free, then try again.`,
    );
  }
  writeFileSync(stampFile, stamp);
}

function findNpm() {
  const path = process.env.npm_execpath;
  const own = path && /npm-cli\.[cm]?js$/.test(path);
  const npm = own
    ? { command: process.execPath, args: [path] }
    : { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', args: [] };
  const asked = spawnSync(npm.command, [...npm.args, '--version'], { encoding: 'utf8' });
  const version = (asked.stdout ?? '').trim();
  if (asked.error || !version)
    fail('npm was not found. Install npm 10 or newer, then run npm start.');
  if (Number.parseInt(version, 10) < wantedNpm) {
    fail(`npm ${version} is too old. Update it with: npm install --global npm@11`);
  }
  return npm;
}

function withoutNpmSettings(names) {
  const unwanted = new Set(names.map((setting) => `npm_config_${setting}`));
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([key]) => !unwanted.has(key.toLowerCase()) && key !== 'NODE_ENV',
    ),
  );
}

/** The Node that npm brought, started by its path: npm 10 makes no link to it. */
function findNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const folder = join(home, `node_modules/node-${system}-${process.arch}/bin`);
  const bundled = join(folder, process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(bundled) && spawnSync(bundled, ['-e', '0']).status === 0) return bundled;
  if (Number.parseInt(process.versions.node, 10) >= wantedNode) return process.execPath;
  return fail(
    `Espalier needs Node ${wantedNode} or newer here, and this is ${process.version}. Install it from nodejs.org and try again.`,
  );
}

function run(node, args) {
  // With a channel the program notices when this process is killed, and stops in order.
  const child = spawn(
    node,
    [...nodeOptions, ...args.map((arg, at) => (at === 0 ? join(home, arg) : arg))],
    {
      cwd: process.cwd(),
      // glibc keeps a heap per thread, which for the threads that compress pages is memory never used again.
      env: { MALLOC_ARENA_MAX: '2', ...process.env },
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  // A polite kill of npm ends its shell and nothing below it, so its end is watched for.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) {
    setInterval(() => {
      if (process.ppid !== parent) child.kill('SIGTERM');
    }, 500).unref();
  }
  child.on('error', (error) => fail(`${node} could not be started: ${error.message}`));
  child.on('exit', (code, signal) => {
    process.exit(code ?? 128 + (constants.signals[signal] ?? 0));
  });
}

function say(words) {
  console.log(words);
}

function fail(words) {
  console.error(words);
  process.exit(1);
}
