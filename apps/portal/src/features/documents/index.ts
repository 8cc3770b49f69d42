export { DocumentPage } from './components/DocumentPage';
export { DocumentPanel } from './components/DocumentPanel';
export { DocumentPicker } from './components/DocumentPicker';
export { RecentDocuments } from './components/RecentDocuments';
export { SpaceDocuments } from './components/SpaceDocuments';
