export { foldText } from './foldText';
export { prefixQuery } from './prefixQuery';
export { search } from './search';
