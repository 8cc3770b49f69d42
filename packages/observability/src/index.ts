export { type LogCategory, logCategories } from './categories';
export { createRootLogger, type Logger, logger } from './logger';
export {
  type Counter,
  createMetrics,
  type Gauge,
  type Histogram,
  type Metrics,
  type Registry,
  type Tally,
} from './metrics';
