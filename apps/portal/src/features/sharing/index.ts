export { ShareButton } from './components/ShareButton';
export { useWaitingRequests } from './hooks/useWaitingRequests';
