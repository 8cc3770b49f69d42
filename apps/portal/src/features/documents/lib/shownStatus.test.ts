import { expect, test } from '@jest/globals';
import { shownStatus } from './shownStatus';

test('RT-92 only what the disk confirmed is called kept on this device', () => {
  expect(shownStatus('unsaved', 'kept')).toBe('kept');
  expect(shownStatus('unsaved', 'keeping')).toBe('keeping');
  expect(shownStatus('unsaved', 'failed')).toBe('unsaved');
  expect(shownStatus('unsaved', null)).toBe('unsaved');
});

test('RT-92 a copy makes nothing else better than it is', () => {
  for (const status of ['connecting', 'saved', 'saving', 'offline', 'readonly', 'closed'] as const) {
    expect(shownStatus(status, 'kept')).toBe(status);
  }
});
