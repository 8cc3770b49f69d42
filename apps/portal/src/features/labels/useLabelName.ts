export { useLabelName } from './hooks/useLabelName';
