export { InviteByMail } from './components/InviteByMail';
