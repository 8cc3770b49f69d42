export type { Api, ApiComposition, Connection } from './ApiComposition';
export { type ComposedApi, composeApi } from './composeApi';
export { createApi } from './createApi';
export { RATE_LIMITS, type RateLimits } from './pipeline/rateLimits';
