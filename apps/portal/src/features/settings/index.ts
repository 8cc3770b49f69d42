export { useSavePreferences } from './useSavePreferences';
