export { LabelBadge } from './components/LabelBadge';
export { LabelsView } from './components/LabelsView';
export { useLabelName } from './hooks/useLabelName';
