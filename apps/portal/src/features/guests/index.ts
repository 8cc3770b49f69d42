export { GuestEntrance } from './components/GuestEntrance';
export { GuestList } from './components/GuestList';
