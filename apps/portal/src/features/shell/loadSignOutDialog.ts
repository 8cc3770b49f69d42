/**
 * The question before a sign-out that would lose edits. Called ahead of time where something is kept on this device:
 * without a network it could not be fetched any more.
 */
export async function loadSignOutDialog() {
  return (await import('./components/SignOutDialog')).SignOutDialog;
}
