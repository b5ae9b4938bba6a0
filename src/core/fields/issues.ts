/** One problem in a JSON document. */
export interface Issue {
  /** JSON pointer (RFC 6901) of the value. */
  readonly pointer: string;
  /** One or more sentences: the field, the expected values, and the actual value. */
  readonly message: string;
}

const SHOWN_LENGTH = 60;
const MAX_ISSUES = 100;

/** Collects issues up to a limit, and counts the rest. */
export class Issues {
  private readonly list: Issue[] = [];
  private dropped = 0;

  add(pointer: string, message: string): void {
    if (this.list.length < MAX_ISSUES) this.list.push({ pointer, message });
    else this.dropped++;
  }

  /** The number of issues so far, including those over the limit. */
  get count(): number {
    return this.list.length + this.dropped;
  }

  all(): Issue[] {
    if (this.dropped === 0) return [...this.list];
    return [
      ...this.list,
      {
        pointer: '',
        message: `${this.dropped} more ${this.dropped === 1 ? 'issue is' : 'issues are'} not listed.`,
      },
    ];
  }
}

/** Formats a value for a message: short, and on one line. */
export function formatValue(value: unknown): string {
  if (typeof value === 'object' && value !== null)
    return Array.isArray(value) ? 'a list' : 'an object';
  if (typeof value !== 'string') return String(value);
  const text = JSON.stringify(value.slice(0, SHOWN_LENGTH));
  return value.length > SHOWN_LENGTH ? `${text}...` : text;
}
