import { counted } from '../util/counted.js';

/** One problem in a JSON document. */
export interface Issue {
  /** JSON pointer (RFC 6901) of the value. */
  readonly pointer: string;
  /** One or more sentences: the field, the expected values, and the actual value. */
  readonly message: string;
}

const SHOWN_LENGTH = 60;
const MAX_ISSUES = 100;
/** Bounds a response whose names and values are a caller's. With the number of issues, 300 KB. */
const MAX_POINTER_LENGTH = 1_000;
const MAX_MESSAGE_LENGTH = 2_000;

/** Collects issues up to a limit, and counts the rest. */
export class Issues {
  private readonly list: Issue[] = [];
  private dropped = 0;

  /** A pointer or a message that is too long is shortened. */
  add(pointer: string, message: string): void {
    if (this.isFull) this.dropped++;
    else this.list.push(boundIssue({ pointer, message }));
  }

  /** True if further issues are only counted, so that their pointers and messages need not be built. */
  get isFull(): boolean {
    return this.list.length >= MAX_ISSUES;
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

/** Shortens an issue. A pointer that is too long becomes that of the nearest value around it. */
export function boundIssue({ pointer, message }: Issue): Issue {
  return { pointer: boundPointer(pointer), message: shorten(message, MAX_MESSAGE_LENGTH) };
}

function boundPointer(pointer: string): string {
  if (pointer.length <= MAX_POINTER_LENGTH) return pointer;
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/', MAX_POINTER_LENGTH)));
}

/** Shortens a text that a caller chose, for a message. */
export function shorten(text: string, length = SHOWN_LENGTH): string {
  return text.length > length ? `${text.slice(0, length)}...` : text;
}

/** Formats a value for a message: short, and on one line. */
export function formatValue(value: unknown): string {
  if (typeof value === 'object' && value !== null)
    return Array.isArray(value) ? 'a list' : 'an object';
  if (typeof value !== 'string') return String(value);
  const text = JSON.stringify(value.slice(0, SHOWN_LENGTH));
  return value.length > SHOWN_LENGTH ? `${text}...` : text;
}

/** Formats the size of a value that `formatValue` does not show in full, in parentheses. */
export function formatSize(value: unknown): string {
  if (typeof value === 'string')
    return value.length > SHOWN_LENGTH ? ` (${value.length} characters)` : '';
  if (Array.isArray(value)) return ` (${counted(value.length, 'item')})`;
  if (typeof value !== 'object' || value === null) return '';
  return ` (${counted(Object.keys(value).length, 'entry', 'entries')})`;
}
