export { ShareDialog } from './components/ShareDialog';
