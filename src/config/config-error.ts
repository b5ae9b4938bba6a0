/** A problem with one environment variable. The message never contains a secret. */
export interface ConfigProblem {
  readonly name: string;
  readonly message: string;
}

/** Stops the start. Lists all problems, so that the operator can fix them at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly ConfigProblem[]) {
    const lines = problems.map(({ name, message }) => `  ${name}: ${message}`);
    super(`The configuration is not valid:\n${lines.join('\n')}`);
  }
}
