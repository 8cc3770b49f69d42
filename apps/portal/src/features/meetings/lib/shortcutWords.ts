/** The modifier as this system's keyboards name it. */
export function modifierWord(): string {
  return /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl';
}
