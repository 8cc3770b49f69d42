const KEY = 'hemicycle.deviceId';
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

/**
 * The random name of this browser profile: with the account it forms the media identity, so two devices of a person
 * are two participants, and a reload is the same one. Storage may be refused: then it lasts as long as the page.
 */
export function deviceId(): string {
  try {
    const known = localStorage.getItem(KEY);
    if (known && /^[a-z0-9]{16}$/.test(known)) return known;
    const fresh = randomId();
    localStorage.setItem(KEY, fresh);
    return fresh;
  } catch {
    return randomId();
  }
}

function randomId(): string {
  // 252 is the largest multiple of 36 in a byte: above it letters would not be equally likely.
  let id = '';
  while (id.length < 16) {
    for (const byte of crypto.getRandomValues(new Uint8Array(24))) {
      if (byte < 252 && id.length < 16) id += ALPHABET[byte % 36];
    }
  }
  return id;
}
