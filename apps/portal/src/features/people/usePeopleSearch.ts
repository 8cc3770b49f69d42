export { usePeopleSearch } from './hooks/usePeopleSearch';
