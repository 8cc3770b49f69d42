import type { ErrorCode, Problem } from '@hemicycle/contracts';
import { ApiProblem } from './ApiProblem';

/** Where a status has no problem document (a proxy's page, a crash), the code that fits it. */
const codeOfStatus: Readonly<Record<number, ErrorCode>> = {
  400: 'invalid_input',
  401: 'sign_in_required',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  409: 'conflict',
  413: 'payload_too_large',
  415: 'unsupported_media',
  429: 'too_many_requests',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

/** The problem an unsuccessful response tells (RFC 9457), or the one its status stands for. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const fallback = codeOfStatus[response.status] ?? 'internal';
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) {
    return new ApiProblem(fallback, response.status);
  }
  try {
    const body: unknown = await response.json();
    if (typeof body !== 'object' || body === null) return new ApiProblem(fallback, response.status);
    const problem = body as Partial<Problem>;
    return new ApiProblem(problem.code ?? fallback, response.status, problem);
  } catch (cause) {
    return new ApiProblem(fallback, response.status, {}, { cause });
  }
}
