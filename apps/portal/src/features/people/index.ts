export { PeopleView, type PeopleViewProps } from './components/PeopleView';
export { PersonView } from './components/PersonView';
