export { PeopleView } from './components/PeopleView';
export { PersonView } from './components/PersonView';
