export { guestDoorOf } from './lib/guestDoorOf';
