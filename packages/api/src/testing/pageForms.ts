import { randomBytes } from 'node:crypto';

/** One way of asking Next for a page. */
export interface PageForm {
  readonly name: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  /** The address it is asked at, when not the page's own. */
  readonly path?: (path: string, buildId: string) => string;
  readonly body?: string;
  /** Whoever may read the page is answered with what is on it. */
  readonly content?: true;
}

const data = (headers: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => ({
  RSC: '1',
  ...headers,
});
const segment = (name: string) => data({ 'Next-Router-Prefetch': '1', 'Next-Router-Segment-Prefetch': name });
/** What the router knows before it goes somewhere: nothing but that there is a root. */
const ROOT_STATE = encodeURIComponent(JSON.stringify(['', {}, null, 'refetch']));
const suffixed =
  (suffix: string) =>
  (path: string): string => {
    const [place = '', query] = path.split('?');
    return `${place === '/' ? '/index' : place}${suffix}${query ? `?${query}` : ''}`;
  };

/** Every form in which Next serves a page, and those that were ways around its checks once. */
export const PAGE_FORMS: readonly PageForm[] = [
  { name: 'page', content: true },
  { name: 'data', headers: data(), content: true },
  {
    name: 'navigation',
    headers: data({ 'Next-Router-State-Tree': ROOT_STATE, 'Next-Url': '/spaces' }),
    content: true,
  },
  { name: 'prefetch', headers: data({ 'Next-Router-Prefetch': '1' }) },
  { name: 'runtime prefetch', headers: data({ 'Next-Router-Prefetch': '2' }) },
  { name: 'tree segment', headers: segment('/_tree') },
  { name: 'head segment', headers: segment('/_head') },
  { name: 'data by suffix', path: suffixed('.rsc') },
  { name: 'segment by suffix', path: suffixed('.segments/_tree.segment.rsc') },
  {
    name: 'data of the pages router',
    path: (path, buildId) => `/_next/data/${buildId}${suffixed('.json')(path)}`,
    headers: { 'x-nextjs-data': '1' },
  },
  {
    name: 'server function',
    method: 'POST',
    headers: { 'Next-Action': randomBytes(21).toString('hex'), 'content-type': 'text/plain;charset=UTF-8' },
    body: '[]',
  },
  {
    name: 'spoofed subrequest',
    headers: {
      'x-middleware-subrequest': 'src/middleware:src/middleware:src/middleware:src/middleware',
      'x-matched-path': '/offline',
      'x-invoke-path': '/offline',
      'x-now-route-matches': '1=offline',
    },
  },
];

/**
 * Asks for a page as browsers do, which know the parameter Next wants beside data requests; without it the answer is a
 * redirect to the same page with the parameter, and that is no answer.
 */
export async function askForPage(
  origin: string,
  path: string,
  form: PageForm,
  headers: Readonly<Record<string, string>>,
): Promise<{ status: number; text: string }> {
  const ask = (target: string) =>
    fetch(new URL(target, origin), {
      method: form.method ?? 'GET',
      redirect: 'manual',
      headers: { ...headers, ...form.headers },
      ...(form.body !== undefined && { body: form.body }),
    });
  const first = await ask(path);
  const location = first.headers.get('location') ?? '';
  if (first.status !== 307 || !location.includes('_rsc')) {
    return { status: first.status, text: `${location}\n${await first.text()}` };
  }
  const second = await ask(location);
  return {
    status: second.status,
    text: `${second.headers.get('location') ?? ''}\n${await second.text()}`,
  };
}
