import { type Catalogues, flatten } from './catalogueProblems';
import type { SourceScan } from './scanSource';

/** What is wrong between code and catalogues: keys asked for that are not there, keys nobody asks for, bare words. */
export function sourceProblems(catalogues: Catalogues, files: ReadonlyMap<string, SourceScan>): string[] {
  const keys = new Set(flatten(catalogues.en ?? {}).keys());
  const used = new Set<string>();
  const strings = new Set<string>();
  const problems: string[] = [];
  for (const [file, scan] of files) {
    for (const { key, line } of scan.keys) {
      if (keys.has(key)) used.add(key);
      else problems.push(`${file}:${line}: no message ${key}`);
    }
    for (const { pattern, line } of scan.patterns) {
      const matching = [...keys].filter((key) => pattern.test(key));
      if (matching.length === 0) problems.push(`${file}:${line}: no message like ${pattern.source}`);
      for (const key of matching) used.add(key);
    }
    for (const string of scan.strings) strings.add(string);
    for (const { text, line } of scan.texts) {
      problems.push(`${file}:${line}: words belong into a catalogue: ${text}`);
    }
  }
  for (const key of keys) {
    // A key handed on as a string (a table, a typed parameter) counts as used, with or without its namespace.
    const withoutNamespace = key.slice(key.indexOf('.') + 1);
    if (!used.has(key) && !strings.has(withoutNamespace) && !strings.has(key))
      problems.push(`unused message ${key}`);
  }
  return problems;
}
