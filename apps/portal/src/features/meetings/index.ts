export { MeetingsSkeleton } from './components/lists/MeetingsSkeleton';
export { MeetingsView } from './components/lists/MeetingsView';
export { SpaceMeetings } from './components/lists/SpaceMeetings';
export { RoomPage } from './components/RoomPage';
