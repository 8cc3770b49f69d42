import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { allMessages } from '../allMessages';
import { catalogueProblems } from './catalogueProblems';
import { type SourceScan, scanSource } from './scanSource';
import { sourceProblems } from './sourceProblems';

/** Where visible words may be asked for. */
const sourceFolders = [
  'apps/portal/src',
  'packages/ui/src',
  'packages/i18n/src',
  'apps/worker/src',
  'packages/mail/src',
  'packages/media/src',
];
/** Pages for developers, and the server, whose words are log lines. */
const notForPeople = /\.test\.tsx?$|\.dev\.tsx$|\/app\/design\/|\/portal\/src\/server\//;

/** All problems of catalogues and code in the repository at `root`. */
export function checkRepository(root: string): string[] {
  const files = new Map<string, SourceScan>();
  for (const folder of sourceFolders) {
    for (const path of sourceFiles(join(root, folder))) {
      const name = relative(root, path);
      if (!notForPeople.test(path))
        files.set(name, scanSource(readFileSync(path, 'utf8'), path.endsWith('x')));
    }
  }
  return [...catalogueProblems(allMessages), ...sourceProblems(allMessages, files)];
}

function sourceFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(
        (entry) =>
          entry.isFile() && /\.tsx?$/.test(entry.name) && !/node_modules|\.next/.test(entry.parentPath),
      )
      .map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
