import { type Device, openDevice } from './openDevice';
import { test as base, expect, type Look } from './test';

/** Somebody's own computer, with a cable that can be pulled. A development workspace has no service worker: `@own`. */
export const test = base.extend<{ device: (look?: Look) => Promise<Device> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  device: async ({}, use) => {
    const devices: Device[] = [];
    await use(async (look) => {
      const device = await openDevice(look);
      devices.push(device);
      return device;
    });
    for (const device of devices) {
      await device.close();
      expect(device.foreign, 'requests to an origin but our own').toEqual([]);
    }
  },
});
