import type { ErrorCode, Problem } from '@hemicycle/contracts';

/** What can go wrong: what the API says, or what keeps us from hearing it. */
export type ProblemCode = ErrorCode | 'offline' | 'timeout';

/** A failed call. `code` names its words in the `errors` catalogue. */
export class ApiProblem extends Error {
  readonly code: ProblemCode;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly fields: NonNullable<Problem['fields']>;
  readonly retryAfterSeconds: number | null;
  readonly requestId: string | null;

  constructor(code: ProblemCode, status: number, problem: Partial<Problem> = {}, options?: ErrorOptions) {
    super(problem.detail ?? code, options);
    this.name = 'ApiProblem';
    this.code = code;
    this.status = status;
    this.fields = problem.fields ?? [];
    this.retryAfterSeconds = problem.retryAfterSeconds ?? null;
    this.requestId = problem.requestId ?? null;
  }
}
