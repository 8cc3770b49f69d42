import { describe, expect, it } from '@jest/globals';
import { imageResponse } from './imageResponse';

const ID = '01890000-0000-7000-8000-000000000000';
const image = (opened: () => void) => ({
  contentType: 'image/png',
  bytes: 3,
  open: async () => {
    opened();
    return new Blob(['png']).stream();
  },
});

describe('imageResponse', () => {
  it('serves the found type and nothing that could run', async () => {
    const response = await imageResponse(
      ID,
      image(() => {}),
      new Headers(),
    );
    expect(await response.text()).toBe('png');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': '3',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-cache',
    });
  });

  it('opens no file for a browser that has it', async () => {
    const opened: string[] = [];
    const headers = new Headers({ 'if-none-match': `"other", "${ID}"` });
    const response = await imageResponse(
      ID,
      image(() => opened.push('opened')),
      headers,
    );
    expect(response.status).toBe(304);
    expect(opened).toEqual([]);
  });
});
