export { NewSpaceDialog } from './components/NewSpaceDialog';
