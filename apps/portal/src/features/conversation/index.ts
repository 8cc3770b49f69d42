export { ConversationPanel } from './components/ConversationPanel';
