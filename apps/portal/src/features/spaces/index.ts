export { InCallMark, type InCallMarkProps } from './components/InCallMark';
export { SpaceTile } from './components/SpaceTile';
export { isInCall } from './lib/isInCall';
