export { InCallMark } from './components/InCallMark';
export { SpaceTile } from './components/SpaceTile';
export { isInCall } from './lib/isInCall';
