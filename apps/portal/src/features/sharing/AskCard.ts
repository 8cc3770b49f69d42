export { AskCard } from './components/AskCard';
