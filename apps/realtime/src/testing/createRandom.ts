export { createRandom } from '@hemicycle/testing';
