export { SessionList } from './components/SessionList';
