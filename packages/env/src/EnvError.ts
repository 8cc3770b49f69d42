/**
 * The environment cannot be used. `problems` has one line per variable, each saying what is wrong, what the
 * variable is for and what to set; `message` joins them. Values of secrets never appear.
 */
export class EnvError extends Error {
  readonly problems: readonly string[];

  constructor(fragment: string, problems: readonly string[]) {
    super(`The ${fragment} settings are not usable:\n${problems.map((line) => `  - ${line}`).join('\n')}`);
    this.name = 'EnvError';
    this.problems = problems;
  }
}
