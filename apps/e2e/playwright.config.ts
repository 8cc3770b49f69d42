import { defineConfig } from '@playwright/test';
import { environment } from './src/environment';

/**
 * Scenarios on real parts. They share one house, and a call of several browsers fills two cores: `npm test` runs them
 * two at a time, and those tagged `@alone`, which stop parts or hold the house to its times, one after the other.
 * `HEMICYCLE_E2E_URL` points them at a workspace that already runs; scenarios tagged `@own`, which stop parts or weigh
 * the build, then do not apply.
 */
export default defineConfig({
  testDir: './specs',
  // The longest file first, so that no worker is left alone with it at the end.
  projects: [
    { name: 'screens', testMatch: 'screens.spec.ts' },
    { name: 'scenarios', testIgnore: 'screens.spec.ts', fullyParallel: true },
  ],
  outputDir: '../../test-results/e2e',
  globalSetup: './src/globalSetup.ts',
  globalTeardown: './src/globalTeardown.ts',
  ...(environment.runningUrl ? { grepInvert: /@own/ } : {}),
  workers: 1,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: environment.report }]],
  use: {
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    // A film of every page costs two cores as much again as the scenarios do; what the pages held is kept all the same.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: true, sources: true },
    screenshot: 'only-on-failure',
  },
});
