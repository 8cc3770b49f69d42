export { BREAK_GLASS_ISSUER } from './breakGlassIssuer';
export { endAllSessions } from './endAllSessions';
export { endSession } from './endSession';
export { endSessions } from './endSessions';
export { listSessions } from './listSessions';
export { type BreakGlassUse, readBreakGlassUse } from './readBreakGlassUse';
export { requireRecentSignIn } from './requireRecentSignIn';
