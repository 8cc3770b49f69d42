export { WorkspaceOverlays } from './components/WorkspaceOverlays';
