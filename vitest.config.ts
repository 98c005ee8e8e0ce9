import { defineConfig } from 'vitest/config';

const shared = {
  env: { TZ: 'UTC' },
};

export default defineConfig({
  test: {
    // Much of the time is spent in programs that a test waits for: a core left free would only idle.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', 'test/anki/**'],
        },
      },
      {
        test: {
          ...shared,
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
