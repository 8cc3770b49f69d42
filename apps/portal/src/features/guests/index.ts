export { GuestEntrance } from './components/GuestEntrance';
export { GuestList } from './components/GuestList';
export { InviteByMail, type InviteByMailProps } from './components/InviteByMail';
