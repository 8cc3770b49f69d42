export { HomeSkeleton } from './components/HomeSkeleton';
export { HomeView } from './components/HomeView';
export { Today } from './components/Today';
