/** One wrong variable: its name, what was given (never a secret) and what is allowed. */
export interface ConfigProblem {
  readonly name: string;
  readonly given: string;
  readonly allowed: string;
}

/** Stops the start; lists every wrong variable at once, so that one look is enough to mend them. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly ConfigProblem[]) {
    const lines = problems.map(
      ({ name, given, allowed }) => `  ${name}: given ${given}; allowed: ${allowed}`,
    );
    super(`The configuration is wrong:\n${lines.join('\n')}`);
  }
}
