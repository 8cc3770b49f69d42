export { PersonPicker } from './components/PersonPicker';
