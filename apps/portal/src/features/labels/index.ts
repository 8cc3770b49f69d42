export { LabelsView } from './components/LabelsView';
