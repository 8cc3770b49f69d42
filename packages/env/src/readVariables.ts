import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { EnvError } from './EnvError';

/** Where variables are read from: `process.env`, or an object of the same shape in tests. */
export type EnvSource = Readonly<Record<string, string | undefined>>;

/** One variable: how to check it, and what to tell the person who got it wrong. */
export interface Variable<T extends z.ZodType> {
  readonly schema: T;
  /** What the value is used for, as the object of "It is …". */
  readonly purpose: string;
  /** A value that would be accepted, shown in errors. */
  readonly example: string;
  /** Secrets may come from the file named by `<NAME>_FILE`, and are never repeated in an error. */
  readonly secret?: boolean;
}

type Variables = Readonly<Record<string, Variable<z.ZodType>>>;
type Values<V extends Variables> = { [K in keyof V]: z.output<V[K]['schema']> };

/** A longer value is a file given by mistake: nothing we read is longer than a connection string. */
const MAX_VALUE_LENGTH = 8192;

/**
 * Reads and checks the named variables. An empty string counts as absent.
 * @throws EnvError naming every variable that is missing or wrong, not only the first.
 */
export function readVariables<V extends Variables>(
  fragment: string,
  variables: V,
  source: EnvSource,
): Values<V> {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, variable] of Object.entries(variables)) {
    const raw = rawValue(name, variable, source);
    if ('problem' in raw) {
      problems.push(raw.problem);
      continue;
    }
    const result = variable.schema.safeParse(raw.value);
    if (result.success) values[name] = result.data;
    else problems.push(describeProblem(name, variable, raw.value, result.error));
  }
  if (problems.length > 0) throw new EnvError(fragment, problems);
  return values as Values<V>;
}

function rawValue(
  name: string,
  variable: Variable<z.ZodType>,
  source: EnvSource,
): { value: string | undefined } | { problem: string } {
  const value = source[name] || undefined;
  const path = variable.secret ? source[`${name}_FILE`] || undefined : undefined;
  if (path === undefined) return { value };
  if (value !== undefined) {
    return {
      problem: `${name} and ${name}_FILE are both set, so it is unclear which one counts. Unset one of them.`,
    };
  }
  try {
    return { value: readFileSync(path, 'utf8').slice(0, MAX_VALUE_LENGTH).trim() || undefined };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      problem: `${name}_FILE cannot be read (${reason}). Name a file this process may read, or set ${name}.`,
    };
  }
}

function describeProblem(
  name: string,
  variable: Variable<z.ZodType>,
  value: string | undefined,
  error: z.ZodError,
): string {
  const shown = variable.secret ? 'the given value' : JSON.stringify(value?.slice(0, 120));
  const reasons = error.issues.map((issue) => issue.message).join('; ');
  const what = value === undefined ? `${name} is not set` : `${name} is wrong: ${shown}, ${reasons}`;
  const file = variable.secret ? `, or name a file holding it in ${name}_FILE` : '';
  return `${what}. It is ${variable.purpose}. Set it, for example ${name}=${variable.example}${file}.`;
}
