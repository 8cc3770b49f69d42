export { ShareButton } from './components/ShareButton';
export { WaitingRequests } from './components/WaitingRequests';
export { useWaitingRequests } from './hooks/useWaitingRequests';
