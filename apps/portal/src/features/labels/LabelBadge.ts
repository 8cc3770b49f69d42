export { LabelBadge } from './components/LabelBadge';
