export interface SuggestionItem {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
}

export interface OpenSuggestion<T extends SuggestionItem = SuggestionItem> {
  readonly kind: 'slash' | 'mention';
  readonly items: readonly T[];
  readonly index: number;
  /** Where the text cursor is, in the window. */
  readonly rect: () => DOMRect | null;
  readonly choose: (item: T) => void;
}

/** Carries what a suggestion plugin finds to the list React draws. One an editor; at most one list is open. */
export class SuggestionStore {
  #open: OpenSuggestion | null = null;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly current = (): OpenSuggestion | null => this.#open;

  show(open: Omit<OpenSuggestion, 'index'>): void {
    const same = this.#open?.kind === open.kind ? this.#open.index : 0;
    this.#set({ ...open, index: Math.min(same, Math.max(0, open.items.length - 1)) });
  }

  hide(kind: OpenSuggestion['kind']): void {
    if (this.#open?.kind === kind) this.#set(null);
  }

  point(index: number): void {
    if (this.#open) this.#set({ ...this.#open, index });
  }

  /** True when the key was for the list. */
  key(key: string): boolean {
    const open = this.#open;
    if (!open || open.items.length === 0) return false;
    const { length } = open.items;
    if (key === 'ArrowDown') this.point((open.index + 1) % length);
    else if (key === 'ArrowUp') this.point((open.index - 1 + length) % length);
    else if (key === 'Enter' || key === 'Tab') {
      const item = open.items[open.index];
      if (item) open.choose(item);
    } else return false;
    return true;
  }

  #set(open: OpenSuggestion | null): void {
    this.#open = open;
    for (const listener of this.#listeners) listener();
  }
}
