/** What the service needs to do its work. */
export const CHECKS = ['database', 'ffmpeg', 'storage'] as const;
export type CheckName = (typeof CHECKS)[number];

/** What is wrong when a check fails, for everybody: it says nothing of how the service is built up. */
export const FAILURES: Readonly<Record<CheckName, string>> = {
  database: 'the database does not answer',
  ffmpeg: 'ffmpeg does not run, or does not start in time',
  storage: 'the data folder cannot be written to, or has too little space left',
};

/** How a check ended. */
export interface CheckOutcome {
  readonly name: CheckName;
  /** What it found, when it went well. */
  readonly found: Readonly<Record<string, string | number>>;
  /** Why it failed, for operators; null: it went well. */
  readonly reason: string | null;
}

/** Names the failed checks, in sentences for everybody. */
export function failureSentences(failed: readonly CheckOutcome[]): string {
  return failed.map(({ name }) => `The check ${name} failed: ${FAILURES[name]}.`).join(' ');
}

/** Names the failed checks with the reasons, for logs. */
export function failureReasons(failed: readonly CheckOutcome[]): string {
  return failed.map(({ name, reason }) => `${name}: ${reason}`).join('; ');
}

/** The reason of a failure, as short as systems tell it: `EACCES: permission denied, ...`. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}
