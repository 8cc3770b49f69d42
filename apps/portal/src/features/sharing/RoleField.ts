export { RoleField } from './components/RoleField';
