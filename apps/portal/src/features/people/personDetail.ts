export { personDetail } from './lib/personDetail';
