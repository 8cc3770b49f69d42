export interface KeyWords {
  /** `Ctrl`, in German `Strg`. */
  readonly control: string;
  readonly shift: string;
}

const MAC_KEYS: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' };

/** How a shortcut such as `Mod-Shift-8` is shown to people: `Ctrl Shift 8`, on a Mac `⌘⇧8`. */
export function shortcutWords(keys: string, mac: boolean, words: KeyWords): string {
  const parts = keys.split('-').map((key) => {
    if (mac) return MAC_KEYS[key] ?? key.toUpperCase();
    if (key === 'Mod') return words.control;
    if (key === 'Shift') return words.shift;
    return key.length === 1 ? key.toUpperCase() : key;
  });
  return parts.join(mac ? '' : ' ');
}
