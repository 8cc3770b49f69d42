export { createMediaServer } from './createMediaServer';
