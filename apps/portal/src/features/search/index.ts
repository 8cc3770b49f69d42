export { Highlight } from './components/Highlight';
export { WorkspaceOverlays } from './components/WorkspaceOverlays';
export { matchesAll } from './lib/matchRanges';
export { openPalette } from './openPalette';
