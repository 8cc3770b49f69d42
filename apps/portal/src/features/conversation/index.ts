export { ConversationPanel, type ConversationPanelProps } from './components/ConversationPanel';
