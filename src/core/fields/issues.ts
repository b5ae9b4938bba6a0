/** One thing that is wrong in a JSON document. */
export interface Issue {
  /** JSON pointer (RFC 6901) of the value at fault. */
  readonly pointer: string;
  /** A sentence: the field, what was given, what is allowed. */
  readonly message: string;
}

const SHOWN_LENGTH = 60;
const MAX_ISSUES = 100;

/** Collects what is wrong, up to a bound; the rest is counted. */
export class Issues {
  private readonly list: Issue[] = [];
  private dropped = 0;

  add(pointer: string, message: string): void {
    if (this.list.length < MAX_ISSUES) this.list.push({ pointer, message });
    else this.dropped++;
  }

  /** How many were added so far. */
  get count(): number {
    return this.list.length + this.dropped;
  }

  all(): Issue[] {
    if (this.dropped === 0) return [...this.list];
    return [...this.list, { pointer: '', message: `There are ${this.dropped} more issues.` }];
  }
}

/** A given value as it may be repeated in a message: short, on one line. */
export function formatValue(value: unknown): string {
  if (typeof value === 'object' && value !== null)
    return Array.isArray(value) ? 'a list' : 'an object';
  if (typeof value !== 'string') return String(value);
  const text = JSON.stringify(value.slice(0, SHOWN_LENGTH));
  return value.length > SHOWN_LENGTH ? `${text}...` : text;
}
