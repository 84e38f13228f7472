import { defineConfig } from 'vitest/config';

const common = { isolate: false, environment: 'node' } as const;

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...common,
          name: 'unit',
          include: ['{src,test,scripts,packages}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.db.test.ts', '**/*.journey.test.ts', '**/node_modules/**'],
        },
      },
      {
        test: {
          ...common,
          name: 'db',
          include: ['{src,test,scripts,packages}/**/*.db.test.ts'],
          exclude: ['**/node_modules/**'],
          globalSetup: ['test/global-cluster.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...common,
          name: 'journeys',
          include: ['test/journeys/**/*.journey.test.ts'],
          globalSetup: ['test/global-cluster.ts', 'test/journeys/global-browser.ts'],
          // One browser, one page at a time: on two cores more only makes the waits longer.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
