export type { Api, ApiComposition, Connection } from './ApiComposition';
export { createApi } from './createApi';
export { RATE_LIMITS, type RateLimits } from './pipeline/rateLimits';
