export { InviteByMailDialog } from './components/InviteByMailDialog';
