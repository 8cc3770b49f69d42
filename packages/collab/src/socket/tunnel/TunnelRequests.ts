import { TUNNEL } from '@hemicycle/contracts/tunnel';

export interface Answer {
  readonly status: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface Post {
  /** After the path of the tunnel: what is asked, and of whom. */
  readonly url: string;
  readonly key?: string;
  readonly body?: Uint8Array<ArrayBuffer>;
  /** An answer that is not complete by then is taken for lost. Milliseconds. */
  readonly withinMs: number;
}

/** A fault that lasts longer ends the connection: it then comes back with a new ticket. Milliseconds. */
const GIVE_UP = 8_000;
const FIRST_WAIT = 200;
const LONGEST_WAIT = 1_000;
/** Browsers send a body of up to 64 KB on behalf of a page that is gone. Bytes. */
const KEEPALIVE_BYTES = 60_000;

/** The requests of one tunnel: repeated when they fail on the way, all ended together. */
export class TunnelRequests {
  readonly #fetch: typeof fetch;
  readonly #running = new Set<() => void>();
  #ended = false;

  constructor(fetchIt: typeof fetch) {
    this.#fetch = fetchIt;
  }

  /** One try. Rejects when nothing, or not everything, came back. */
  async once({ url, key, body, withinMs }: Post): Promise<Answer> {
    if (this.#ended) throw new Error('the tunnel is closed');
    const abort = new AbortController();
    const end = (): void => abort.abort();
    const timer = setTimeout(end, withinMs);
    this.#running.add(end);
    try {
      const response = await this.#fetch(url, { ...request(key, body), signal: abort.signal });
      return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
    } finally {
      clearTimeout(timer);
      this.#running.delete(end);
    }
  }

  /** Tries until there is an answer that another try would not change. Rejects when that takes too long. */
  async persist(post: Post): Promise<Answer> {
    let failingSince: number | null = null;
    for (let attempt = 0; ; attempt++) {
      try {
        const answer = await this.once(post);
        if (answer.status < 500 && answer.status !== 429) return answer;
        throw new Error(`the tunnel answered ${answer.status}`);
      } catch (error) {
        failingSince ??= Date.now();
        if (this.#ended || Date.now() - failingSince > GIVE_UP) throw error;
      }
      await this.pause(Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt) * (0.5 + Math.random() / 2));
    }
  }

  /** Ends with the time, or with the tunnel. */
  pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        this.#running.delete(end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      this.#running.add(end);
    });
  }

  /** Ends everything that runs, and sends a last request that outlives the page and whose answer nobody awaits. */
  end(last?: Omit<Post, 'withinMs'>): void {
    if (this.#ended) return;
    this.#ended = true;
    for (const end of [...this.#running]) end();
    if (!last) return;
    const keepalive = (last.body?.length ?? 0) <= KEEPALIVE_BYTES;
    this.#fetch(last.url, { ...request(last.key, last.body), keepalive }).catch(() => undefined);
  }
}

function request(key: string | undefined, body: Uint8Array<ArrayBuffer> | undefined): RequestInit {
  return {
    method: 'POST',
    cache: 'no-store',
    ...(key === undefined ? {} : { headers: { [TUNNEL.keyHeader]: key } }),
    ...(body === undefined ? {} : { body }),
  };
}
