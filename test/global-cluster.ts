import type { TestProject } from 'vitest/node';
import { openTestCluster, type TestCluster } from './cluster.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    testCluster: TestCluster;
  }
}

/** vitest's globalSetup of the projects that need PostgreSQL. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { cluster, close } = await openTestCluster();
  project.provide('testCluster', cluster);
  return close;
}
