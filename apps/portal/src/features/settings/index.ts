export { SettingsSection } from './components/SettingsSection';
export { useSavePreferences } from './useSavePreferences';
