import { createRequire } from 'node:module';
import type { RequestListener } from 'node:http';
import { afterAll } from 'vitest';
import { serverEntry } from '../../src/cli/build.ts';
import { listen } from '../../src/cli/front.ts';
import type { App } from '../../src/platform/context.ts';
import type { Proxies } from '../../src/platform/proxies.ts';
import { ensureSetupToken } from '../../src/platform/setup-token.ts';
import { createTestApp, type TestApp } from '../factories/app.ts';

export interface Site {
  readonly url: string;
  /** The same application that answers: set its clock, drain its jobs, read its rows. */
  readonly app: TestApp;
  /** A set-up link that nobody has used. */
  setupLink(): Promise<string>;
}

interface ServerBuild {
  createWebHandler(app: App): RequestListener;
}

/** The built pages on a free port with a database of their own, until the file's tests are over. */
export async function startSite({
  proxies,
  ...options
}: { now?: string; smtpUrl?: string; proxies?: Proxies } = {}): Promise<Site> {
  const front = await listen('127.0.0.1', 0);
  const url = `http://localhost:${front.port}`;
  const app = await createTestApp({ ...options, url });
  // Loaded by Node itself: the test runner would transform what is already built.
  const build = createRequire(import.meta.url)(serverEntry) as ServerBuild;
  front.open(build.createWebHandler(proxies ? { ...app, proxies } : app), () =>
    Promise.resolve(true),
  );
  afterAll(async () => {
    await front.close();
    for (const line of app.lines) if (line.includes('"level":"error"')) process.stderr.write(line);
  });
  return {
    url,
    app,
    async setupLink() {
      const secret = await ensureSetupToken(app.connections.owner);
      if (secret === null) throw new Error('the installation is already set up');
      return `${url}/setup/${secret}`;
    },
  };
}
