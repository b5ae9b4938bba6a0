/** The parts that the service cannot work without. */
export const CHECKS = ['database', 'ffmpeg', 'storage'] as const;
export type CheckName = (typeof CHECKS)[number];

/** Public descriptions of failed checks. They reveal nothing about the installation. */
export const FAILURES: Readonly<Record<CheckName, string>> = {
  database: 'the database does not respond',
  ffmpeg: 'ffmpeg does not run, or does not start in time',
  storage:
    'the data folder cannot be written to, has too little space left, or the store of videos does not respond',
};

/** The result of a check. */
export interface CheckOutcome {
  readonly name: CheckName;
  /** Details of a successful check. */
  readonly found: Readonly<Record<string, string | number>>;
  /** The reason of a failure, for operators; null: success. */
  readonly reason: string | null;
}

/** Public sentences that name the failed checks. */
export function failureSentences(failed: readonly CheckOutcome[]): string {
  return failed.map(({ name }) => `The check ${name} failed: ${FAILURES[name]}.`).join(' ');
}

/** The failed checks and the reasons, for the log. */
export function failureReasons(failed: readonly CheckOutcome[]): string {
  return failed.map(({ name, reason }) => `${name}: ${reason}`).join('; ');
}

/** The short message of an error, such as `EACCES: permission denied, ...`. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}
