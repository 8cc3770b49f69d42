export { NotificationBell } from './components/NotificationBell';
export { NotificationSettings } from './components/NotificationSettings';
