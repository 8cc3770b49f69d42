export { Highlight } from './components/Highlight';
