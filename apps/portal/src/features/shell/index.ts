export { Crumbs } from './components/Crumbs';
export { useMe } from './components/MeProvider';
export { TopBar } from './components/TopBar';
