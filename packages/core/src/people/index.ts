export { getPerson } from './getPerson';
export { listPeople } from './listPeople';
export * from './presentPerson';
