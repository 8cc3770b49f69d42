export { matchesAll } from './lib/matchRanges';
