export { ShareButton } from './components/ShareButton';
export { WaitingRequests } from './components/WaitingRequests';
