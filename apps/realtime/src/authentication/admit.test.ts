import { describe, expect, it } from '@jest/globals';
import { readSocketRequest } from './admit';

describe('what a socket asks for', () => {
  it.each(['/', '//', '//a:b', 'http://[', '/realtime/documents/no-id?ticket=t', '/realtime/events/x'])(
    'RT-22 %s is no address of ours, and harms nobody',
    (url) => {
      expect(readSocketRequest(url)).toBeNull();
    },
  );
});
