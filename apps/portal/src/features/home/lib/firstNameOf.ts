/** The part of a name people are called by: its first word, hyphens kept ("Jean-Luc Martin" → "Jean-Luc"). */
export function firstNameOf(name: string): string {
  return name.trim().split(/\s+/u)[0] ?? '';
}
