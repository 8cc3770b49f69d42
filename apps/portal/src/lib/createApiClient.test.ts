import { describe, expect, test } from '@jest/globals';
import { ApiProblem } from './ApiProblem';
import { apiTarget } from './apiRequest';
import { createApiClient } from './createApiClient';

interface Sent {
  readonly path: string;
  readonly init: RequestInit;
}

/** A client whose network gives these answers in turn. */
function clientOf(...answers: (Response | Error)[]) {
  const sent: Sent[] = [];
  const waits: number[] = [];
  const stepUps: string[] = [];
  const api = createApiClient({
    fetch: async (input, init = {}) => {
      sent.push({ path: String(input), init });
      const answer = answers[sent.length - 1] ?? answers.at(-1);
      if (!answer || answer instanceof Error) throw answer ?? new Error('no answer left');
      return answer.clone();
    },
    newKey: () => `key-${sent.length + 1}`,
    wait: async (ms) => void waits.push(ms),
    random: () => 0.5,
    onStepUp: () => void stepUps.push(sent.at(-1)?.path ?? ''),
  });
  return { api, sent, waits, stepUps };
}

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const problem = (code: string, status: number, more: object = {}) =>
  new Response(JSON.stringify({ type: `about:hemicycle:${code}`, title: code, status, code, ...more }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
const headerOf = (call: Sent | undefined, name: string) => new Headers(call?.init.headers).get(name);
const spaceId = '01890000-0000-7000-8000-000000000001';

async function failure(run: Promise<unknown>): Promise<ApiProblem> {
  const error = await run.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiProblem)) throw new Error(`expected an ApiProblem, got ${String(error)}`);
  return error;
}

describe('addresses', () => {
  test('parameters are encoded, missing query entries left out', () => {
    const target = apiTarget('GET /spaces/{spaceId}', {
      params: { spaceId: 'a/b?c' },
      query: { q: 'é&', cursor: undefined },
    });
    expect(target).toEqual({ method: 'GET', path: '/api/v1/spaces/a%2Fb%3Fc?q=%C3%A9%26' });
  });

  test('a missing parameter is a mistake of ours, said at once', () => {
    expect(() => apiTarget('GET /spaces/{spaceId}', {})).toThrow(TypeError);
  });
});

describe('mutations', () => {
  test('carry a fresh Idempotency-Key, or the one they are given, and are sent once', async () => {
    const { api, sent } = clientOf(problem('unavailable', 503));
    const body = { name: 'Finance' };
    await failure(api('POST /spaces', { body: body as never }));
    await failure(api('POST /spaces', { body: body as never, idempotencyKey: 'mine' }));
    expect(sent).toHaveLength(2);
    expect(sent.map((call) => headerOf(call, 'idempotency-key'))).toEqual(['key-1', 'mine']);
    expect(sent[0]?.init.body).toBe(JSON.stringify(body));
  });

  test('an answer without a body is undefined', async () => {
    const { api } = clientOf(new Response(null, { status: 204 }));
    expect(await api('DELETE /session')).toBeUndefined();
  });
});

describe('reads', () => {
  test('are tried three times while the server is away, waiting longer each time', async () => {
    const { api, sent, waits } = clientOf(problem('unavailable', 503), new Error('reset'), json({ id: 1 }));
    expect(await api('GET /me')).toEqual({ id: 1 });
    expect(sent).toHaveLength(3);
    expect(waits).toEqual([250, 500]);
    expect(headerOf(sent[0], 'idempotency-key')).toBeNull();
  });

  test('wait as long as the server asks', async () => {
    const { api, waits } = clientOf(problem('too_many_requests', 429, { retryAfterSeconds: 2 }), json({}));
    await api('GET /me');
    expect(waits).toEqual([2_250]);
  });

  test('are not repeated when the answer is no', async () => {
    const { api, sent } = clientOf(problem('not_found', 404));
    const error = await failure(api('GET /spaces/{spaceId}', { params: { spaceId } }));
    expect([error.code, error.status]).toEqual(['not_found', 404]);
    expect(sent).toHaveLength(1);
  });
});

describe('problems', () => {
  test('keep what the document says', async () => {
    const { api } = clientOf(
      problem('invalid_input', 400, { requestId: 'r1', fields: [{ path: 'name', message: 'too long' }] }),
    );
    const error = await failure(api('POST /spaces', { body: {} as never }));
    expect(error).toMatchObject({
      code: 'invalid_input',
      requestId: 'r1',
      fields: [{ path: 'name', message: 'too long' }],
    });
  });

  test.each([
    [502, 'unavailable'],
    [401, 'sign_in_required'],
    [418, 'internal'],
  ])('status %i without a problem document is %s', async (status, code) => {
    const { api } = clientOf(new Response('<html>', { status, headers: { 'content-type': 'text/html' } }));
    expect((await failure(api('DELETE /session'))).code).toBe(code);
  });

  test('a broken document falls back to its status', async () => {
    const { api } = clientOf(
      new Response('{', { status: 409, headers: { 'content-type': 'application/problem+json' } }),
    );
    expect((await failure(api('DELETE /session'))).code).toBe('conflict');
  });

  test('no network is offline', async () => {
    const { api } = clientOf(new TypeError('failed to fetch'));
    expect((await failure(api('DELETE /session'))).code).toBe('offline');
  });

  test('a call taken back by its caller is no problem but its abort', async () => {
    const { api } = clientOf(new Error('aborted'));
    const signal = AbortSignal.abort('left the page');
    await expect(api('DELETE /session', { signal })).rejects.not.toBeInstanceOf(ApiProblem);
  });
});

describe('IDN-43 a refusal that asks for a recent sign-in', () => {
  test('is told to the page, once, and no other is', async () => {
    const asked = clientOf(problem('step_up_required', 403));
    const { code } = await failure(asked.api('POST /spaces', { body: { name: 'x' } }));
    expect([code, asked.stepUps]).toEqual(['step_up_required', ['/api/v1/spaces']]);
    const refused = clientOf(problem('forbidden', 403));
    await failure(refused.api('POST /spaces', { body: { name: 'x' } }));
    expect(refused.stepUps).toEqual([]);
  });
});
