import { DomainError, ERRORS, type ErrorCode, type Problem } from '@hemicycle/contracts';
import { commonHeaders } from './commonHeaders';
import { LightResponse } from './LightResponse';
import { RateLimited } from './rateLimits';

/** Titles are for developers reading the wire; people read the catalogue's words for the code. */
function titleOf(code: ErrorCode): string {
  return code.replaceAll('_', ' ');
}

/** A detail beside `not_found` could tell what is hidden from what does not exist. */
function tellsDetail({ code, message }: DomainError): boolean {
  return message !== code && code !== 'internal' && code !== 'not_found';
}

/** RFC 9457. Only a `DomainError` tells anything; every other error is `internal` and its text stays in the log. */
export function problemResponse(error: unknown, requestId: string): Response {
  const domain = error instanceof DomainError ? error : new DomainError('internal');
  const code = domain.code;
  const status = ERRORS[code];
  const problem: Problem = {
    type: `about:hemicycle:${code}`,
    title: titleOf(code),
    status,
    code,
    requestId,
    ...(tellsDetail(domain) ? { detail: domain.message } : {}),
    ...(domain.fields === undefined ? {} : { fields: domain.fields }),
    ...(domain instanceof RateLimited ? { retryAfterSeconds: domain.retryAfterSeconds } : {}),
  };
  const headers = {
    ...commonHeaders(requestId),
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    ...(domain instanceof RateLimited ? { 'retry-after': String(domain.retryAfterSeconds) } : {}),
  };
  return new LightResponse(JSON.stringify(problem), { status, headers });
}
