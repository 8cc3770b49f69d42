import { jest } from '@jest/globals';

// The first test of a run may wait for Keycloak to be born: some 20 s on two busy cores.
jest.setTimeout(120_000);
