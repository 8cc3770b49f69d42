/** @type {import('jest').Config} */
const project = {
  rootDir: import.meta.dirname ?? process.cwd(),
  testEnvironment: 'node',
  transform: {
    '^.+\\.(t|j|mj)sx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  // Many of our dependencies ship ESM only.
  transformIgnorePatterns: [],
  modulePathIgnorePatterns: ['/\\.next/', '/\\.data/', '/dist/'],
  moduleNameMapper: { '^@/(.*)$': '<rootDir>/apps/portal/src/$1' },
  moduleFileExtensions: ['ts', 'tsx', 'mts', 'js', 'mjs', 'cjs', 'jsx', 'json', 'node'],
};

/** @type {import('jest').Config} */
export default {
  testSequencer: '<rootDir>/tools/slowestFirst.mjs',
  projects: [
    {
      ...project,
      displayName: 'unit',
      testMatch: ['**/*.test.ts', '**/*.test.tsx'],
      testPathIgnorePatterns: ['/node_modules/', '\\.int\\.test\\.ts$'],
    },
    {
      ...project,
      displayName: 'integration',
      testMatch: ['**/*.int.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/packages/testing/src/jestSetup.ts'],
      globalSetup: '<rootDir>/packages/testing/src/jestGlobalSetup.ts',
      globalTeardown: '<rootDir>/packages/testing/src/jestGlobalTeardown.ts',
    },
  ],
};
