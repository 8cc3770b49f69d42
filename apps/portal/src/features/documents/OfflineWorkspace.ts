export { OfflineWorkspace } from './components/offline/OfflineWorkspace';
