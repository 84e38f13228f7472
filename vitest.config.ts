import { defineConfig } from 'vitest/config';

// Ends a test that hangs. How fast the code is, no test judges: a busy machine may take many times as long.
const hang = 10 * 60_000;
const common = {
  isolate: false,
  environment: 'node',
  testTimeout: hang,
  hookTimeout: hang,
  teardownTimeout: hang,
  expect: { poll: { timeout: hang / 4 } },
} as const;

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
        },
      },
      {
        test: {
          ...common,
          name: 'journeys',
          include: ['test/journeys/**/*.journey.test.ts'],
          globalSetup: ['test/global-cluster.ts', 'test/journeys/global-browser.ts'],
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
