import { childPointer } from './json-pointer.js';
import type { Issue } from './types.js';

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

  all(): Issue[] {
    if (this.dropped === 0) return [...this.list];
    return [...this.list, { pointer: '', message: `There are ${this.dropped} more issues.` }];
  }
}

/** A given value as it may be repeated in a message: short, on one line. */
export function show(value: unknown): string {
  if (typeof value === 'object' && value !== null)
    return Array.isArray(value) ? 'a list' : 'an object';
  if (typeof value !== 'string') return String(value);
  const text = JSON.stringify(value.slice(0, SHOWN_LENGTH));
  return value.length > SHOWN_LENGTH ? `${text}...` : text;
}

/**
 * Reads the fields of one JSON object. Each read reports what is wrong and answers a usable value,
 * so that reading goes on and all issues are found at once. A field may be written in kebab-case or
 * with underscores.
 */
export class ObjectReader {
  private readonly fields = new Map<string, { name: string; value: unknown }>();
  private readonly known = new Set<string>();

  constructor(
    value: unknown,
    readonly pointer: string,
    readonly issues: Issues,
  ) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      issues.add(pointer, `Expected an object, got ${show(value)}.`);
      return;
    }
    for (const [name, field] of Object.entries(value)) {
      const key = name.replaceAll('_', '-');
      const twin = this.fields.get(key);
      if (twin)
        this.issues.add(
          this.at(name),
          `"${twin.name}" and "${name}" are the same field; give one.`,
        );
      else this.fields.set(key, { name, value: field });
    }
  }

  has(field: string): boolean {
    return this.take(field) !== undefined;
  }

  /** Where a field stands, in the spelling that was given. */
  at(field: string): string {
    return childPointer(this.pointer, this.fields.get(field)?.name ?? field);
  }

  refuse(field: string, allowed: string): void {
    const given = show(this.fields.get(field)?.value);
    this.issues.add(this.at(field), `"${field}" is ${given}; allowed is ${allowed}.`);
  }

  raw(field: string): unknown {
    return this.take(field);
  }

  number<T>(field: string, fallback: T, bounds: { min: number; max: number; integer?: boolean }) {
    const value = this.take(field);
    if (value === undefined) return fallback;
    const { min, max, integer } = bounds;
    if (
      typeof value === 'number' &&
      value >= min &&
      value <= max &&
      (!integer || Number.isInteger(value))
    ) {
      return value;
    }
    this.refuse(field, `${integer ? 'a whole number' : 'a number'} from ${min} to ${max}`);
    return fallback;
  }

  boolean(field: string, fallback: boolean): boolean {
    const value = this.take(field);
    if (value === undefined || typeof value === 'boolean') return value ?? fallback;
    this.refuse(field, 'true or false');
    return fallback;
  }

  text<T>(field: string, fallback: T, maxLength: number): string | T {
    const value = this.take(field);
    if (value === undefined) return fallback;
    if (typeof value === 'string' && value.length <= maxLength) return value;
    this.refuse(field, `a text of at most ${maxLength} characters`);
    return fallback;
  }

  choice<const T extends string>(field: string, fallback: T, choices: readonly T[]): T {
    const value = this.take(field);
    if (value === undefined) return fallback;
    if (choices.includes(value as T)) return value as T;
    this.refuse(field, choices.join(', '));
    return fallback;
  }

  /** Reads the items of a list; a missing or wrong list reads as empty. */
  list<T>(
    field: string,
    bounds: { min: number; max: number },
    read: (item: unknown, pointer: string) => T,
  ): T[] {
    const value = this.take(field);
    if (!Array.isArray(value) || value.length < bounds.min || value.length > bounds.max) {
      if (value !== undefined || bounds.min > 0) {
        this.refuse(field, `a list of ${bounds.min} to ${bounds.max} items`);
      }
      return [];
    }
    return value.map((item: unknown, index) => read(item, childPointer(this.at(field), index)));
  }

  /** Reports every field that was never asked for. Call last. */
  finish(): void {
    for (const [key, { name }] of this.fields) {
      if (this.known.has(key)) continue;
      const allowed = [...this.known].sort().join(', ');
      this.issues.add(
        childPointer(this.pointer, name),
        `There is no field ${show(name)} here; known are ${allowed}.`,
      );
    }
  }

  private take(field: string): unknown {
    this.known.add(field);
    return this.fields.get(field)?.value;
  }
}
