export { InCallMark, type InCallMarkProps } from './components/InCallMark';
export { useSpace } from './components/SpaceContext';
export { SpaceTile } from './components/SpaceTile';
export { isInCall } from './lib/isInCall';
