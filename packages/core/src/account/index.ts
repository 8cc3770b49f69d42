export { getHome } from './getHome';
export { getMe } from './getMe';
export { purgeExpired } from './purgeExpired';
export { updatePreferences } from './updatePreferences';
