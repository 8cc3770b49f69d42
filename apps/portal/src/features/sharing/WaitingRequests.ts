export { WaitingRequests } from './components/WaitingRequests';
