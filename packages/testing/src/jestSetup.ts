import { jest } from '@jest/globals';

// The first test of a run may wait for Keycloak to be born: some 20 s on two busy cores.
jest.setTimeout(120_000);

// Against thousands of lines between the results; LOG_LEVEL=info brings them back.
// biome-ignore lint/style/noProcessEnv: this is where a test process gets its environment
process.env.LOG_LEVEL ??= 'error';
