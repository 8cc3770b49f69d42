import { LIMITS } from '@hemicycle/contracts';

/** Keycloak writes a slash that is part of a name as `~/`. */
const SEPARATOR = /(?<!~)\//;

/** A group as a provider names it: its path, and the paths of the groups it is in, outermost first. */
export interface GroupPath {
  readonly path: string;
  readonly above: readonly string[];
}

/**
 * The groups of a claim, in order and without repetition. Providers without nesting send plain names. What is beyond our
 * limits is left out, which only ever gives less; `left` counts it.
 */
export function groupPaths(claimed: readonly string[]): { groups: GroupPath[]; left: number } {
  const read = claimed.map(readPath);
  const paths = [...new Set(read.filter((path) => path !== null))].sort();
  const kept = paths.slice(0, LIMITS.providerGroups);
  return {
    groups: kept.map((path) => ({ path, above: pathsAbove(path) })),
    left: read.filter((path) => path === null).length + paths.length - kept.length,
  };
}

/** The last name of a path. */
export function groupNameOf(path: string): string {
  return (path.split(SEPARATOR).at(-1) ?? path).replaceAll('~/', '/').trim();
}

/** The path of the group it is in; null for one that is in none. */
export function pathAbove(path: string): string | null {
  return pathsAbove(path).at(-1) ?? null;
}

function pathsAbove(path: string): string[] {
  const names = path.split(SEPARATOR).slice(1, -1);
  return names.map((_, index) => `/${names.slice(0, index + 1).join('/')}`);
}

function readPath(claimed: string): string | null {
  const path = claimed.startsWith('/') ? claimed : `/${claimed}`;
  const names = path.split(SEPARATOR).slice(1);
  const fits = names.every((name) => {
    const { length } = name.trim();
    return length > 0 && length <= LIMITS.titleLength;
  });
  return fits && names.length <= LIMITS.groupDepth ? path : null;
}
