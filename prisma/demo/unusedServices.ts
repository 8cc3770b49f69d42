import type { Services } from '@hemicycle/core';

/** Operations of the demo content touch the database only; one that reaches for anything else says so. */
export const unusedServices = new Proxy({} as Services, {
  get(_, name) {
    throw new Error(`the demo content needs no ${String(name)}`);
  },
});
