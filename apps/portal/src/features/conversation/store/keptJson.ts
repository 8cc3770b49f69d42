/** A value of this browser that outlives the page; where storage is refused or full, it lives as long as the page. */
export function keptJson<T>(key: string): { read(): T | null; write(value: T | null): void } {
  let memory: T | null = null;
  return {
    read() {
      try {
        const text = localStorage.getItem(key);
        return text === null ? memory : (JSON.parse(text) as T);
      } catch {
        return memory;
      }
    },
    write(value) {
      memory = value;
      try {
        if (value === null) localStorage.removeItem(key);
        else localStorage.setItem(key, JSON.stringify(value));
      } catch {
        // Refused or full: memory has it.
      }
    },
  };
}
