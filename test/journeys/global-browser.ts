import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { ensureBuild } from '../../src/cli/build.ts';
import { findChromium } from './chromium.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the run's one browser listens. */
    browserEndpoint: string;
  }
}

/** vitest's globalSetup of the journeys: the built pages and one browser for the whole run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [program] = await Promise.all([
    findChromium(),
    ensureBuild((words) => process.stderr.write(`${words}\n`)),
  ]);
  const server = await chromium.launchServer({
    executablePath: program.executablePath,
    args: [...program.args],
    env: Object.fromEntries(
      Object.entries(program.env).flatMap(([name, value]) => (value ? [[name, value]] : [])),
    ),
  });
  project.provide('browserEndpoint', server.wsEndpoint());
  return () => server.close();
}
