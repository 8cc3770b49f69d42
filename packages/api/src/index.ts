export type { Api, ApiComposition } from './ApiComposition';
export { type ComposedApi, composeApi } from './composeApi';
export { createApi } from './createApi';
export { RATE_LIMITS, type RateLimits } from './pipeline/rateLimits';
