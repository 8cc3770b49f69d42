import { namedFiles } from './namedFiles';

const PREFIX = 'hemicycle-shell-';
const PAGE = '/offline';
/** Against a page that names the world. Files; the workspace with the editor and all their parts is about 80. */
const MOST_FILES = 300;

/**
 * The one page that is shown without a network, and every file it may ever need, in a cache of this build's own. The
 * page is the same for everybody who reads the same language; what is theirs it reads from the device itself.
 */
export class Shell {
  readonly #name: string;
  #keeping: Promise<void> = Promise.resolve();

  constructor(build: string) {
    this.#name = `${PREFIX}${build}`;
  }

  /** Another build has kept its shell here: this one is to have its own before it takes over. */
  async hasEarlier(): Promise<boolean> {
    return (await caches.keys()).some((name) => name.startsWith(PREFIX) && name !== this.#name);
  }

  async removeEarlier(): Promise<void> {
    const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== this.#name);
    await Promise.all(names.map((name) => caches.delete(name)));
  }

  /** The shell, or undefined while none is kept. */
  async page(): Promise<Response | undefined> {
    return (await caches.open(this.#name)).match(PAGE, { ignoreSearch: true });
  }

  async file(request: Request): Promise<Response> {
    return (await (await caches.open(this.#name)).match(request)) ?? fetch(request);
  }

  /**
   * Keeps the shell as it is for this look (language, theme): one at a time, one at all.
   * @param files static files of an open page that are to work without a network, with all they name
   * @throws when not all of it could be fetched; what was kept before stays
   */
  keep(look: string, files: readonly string[]): Promise<void> {
    const work = this.#keeping
      .catch(() => undefined)
      .then(async () => {
        await keepFiles(await caches.open(this.#name), files);
        await this.#keepPage(look);
      });
    this.#keeping = work;
    return work;
  }

  async #keepPage(look: string): Promise<void> {
    const cache = await caches.open(this.#name);
    const key = `${PAGE}?${new URLSearchParams({ look })}`;
    if (await cache.match(key)) return;
    const response = await fetch(PAGE, { credentials: 'same-origin', cache: 'no-store', redirect: 'error' });
    if (!response.ok) throw new Error(`the shell answered ${response.status}`);
    await keepFiles(cache, namedFiles(await response.clone().text(), PAGE));
    // The page comes last: once it is there, everything it needs is.
    await cache.put(key, response);
    for (const old of await cache.keys(PAGE, { ignoreSearch: true })) {
      if (new URL(old.url).search !== new URL(key, old.url).search) await cache.delete(old);
    }
  }
}

async function keepFiles(cache: Cache, first: readonly string[]): Promise<void> {
  const seen = new Set(first);
  // A set that grows while it is walked: its new entries are walked as well.
  for (const path of seen) {
    if (seen.size > MOST_FILES) throw new Error('the shell names too many files');
    for (const named of await keepFile(cache, path)) seen.add(named);
  }
}

async function keepFile(cache: Cache, path: string): Promise<string[]> {
  let response = await cache.match(path);
  if (!response) {
    response = await fetch(path);
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    await cache.put(path, response.clone());
  }
  return /\.(js|css)$/.test(path) ? namedFiles(await response.text(), path) : [];
}
