import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectDirectory } from '../../src/platform/data-directory.ts';

export interface ChromiumProgram {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

const installed: Readonly<Record<string, readonly string[]>> = {
  linux: ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** The browser to test with: CHROME_PATH, then an installed one, then the one that npm brought. */
export async function findChromium(): Promise<ChromiumProgram> {
  const wanted = process.env['CHROME_PATH'];
  const found = wanted || installed[process.platform]?.find((path) => existsSync(path));
  if (found) return { executablePath: found, args: ['--no-sandbox'], env: process.env };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome, Chromium or Edge was found. Set CHROME_PATH to one.');
  }
  return bundledChromium();
}

async function bundledChromium(): Promise<ChromiumProgram> {
  const home = join(projectDirectory, 'node_modules/@sparticuz/chromium');
  const manifest: unknown = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'));
  const { version } = manifest as { version: string };
  const folder = join(projectDirectory, '.cache', `chromium-${version}`);
  if (!existsSync(folder)) await unpack(home, folder);
  const fonts = join(folder, 'fonts.conf');
  await writeFile(fonts, fontSettings(folder));
  return {
    executablePath: join(folder, 'chromium'),
    // Its own list of arguments switches web security off; only the sandbox cannot work for root.
    args: ['--no-sandbox'],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_FILE: fonts,
    },
  };
}

/**
 * Unpacked by a process of its own: the package reads the runtime's name from the environment to decide
 * whether its libraries are needed, and writes to one fixed name in the temporary directory.
 */
async function unpack(home: string, folder: string): Promise<void> {
  const partial = `${folder}.partial-${process.pid}`;
  await mkdir(partial, { recursive: true });
  const entry = JSON.stringify(join(home, 'build/index.js'));
  const program = `const { default: chromium } = await import(${entry}); await chromium.executablePath();`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
    env: { ...process.env, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x', TMPDIR: partial },
  });
  await rename(partial, folder).catch(async (error: unknown) => {
    await rm(partial, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  });
}

/** Without a configuration of its own this browser crashes on every page that has a text field. */
function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
</fontconfig>
`;
}
