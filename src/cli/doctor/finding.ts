/** How bad a finding is. Only errors keep videos from being made. */
export type Severity = 'ok' | 'warning' | 'error';

/** The result of a check of this machine. */
export interface Finding {
  readonly name: string;
  readonly status: Severity;
  /** Sentences: what was found. */
  readonly message: string;
  /** The command that repairs it, or null. */
  readonly fix: string | null;
}

/** Nothing is wrong. */
export function fine(name: string, message: string): Finding {
  return { name, status: 'ok', message, fix: null };
}

/** Something works worse than it could. */
export function warning(name: string, message: string, fix: string | null): Finding {
  return { name, status: 'warning', message, fix };
}

/** Something does not work. */
export function fault(name: string, message: string, fix: string | null): Finding {
  return { name, status: 'error', message, fix };
}
