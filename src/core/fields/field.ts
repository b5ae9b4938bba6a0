import type { ProjectContext } from './context.js';
import { formatSize, formatValue, type Issues } from './issues.js';
import type { Schema } from './schema.js';

/** The location of a value in the document, and what its field needs to read it. */
export interface FieldPlace {
  /** JSON pointer of the value, in the spelling that the document uses. */
  readonly pointer: string;
  /** The field name that messages use. */
  readonly name: string;
  readonly issues: Issues;
  readonly context: ProjectContext;
}

/** Returned by a field that cannot use a value at all. */
export const REFUSED = Symbol('REFUSED');

interface FieldParts<T> {
  readonly schema: Schema;
  readonly expected: string;
  /** Reads a value or refuses it. Reports issues inside the value itself. */
  readonly tryRead: (value: unknown, place: FieldPlace) => T | typeof REFUSED;
  /** Replaces a value that is missing or was refused. */
  readonly fallback: (context: ProjectContext) => T;
  readonly isRequired?: boolean;
}

/**
 * A field of a JSON document: the values that it accepts, what they are converted to, and the default.
 * The reader, the JSON Schema, and the documentation are all derived from this one description.
 *
 * Reading never throws and always returns a usable value, so that all issues are found in one pass.
 *
 * @typeParam T the type that the value is converted to
 */
export class Field<T> {
  constructor(private readonly parts: FieldParts<T>) {}

  /** The accepted values, as a JSON Schema. */
  get schema(): Schema {
    return this.parts.schema;
  }

  /** The accepted values, as a phrase that can follow "Expected". */
  get expected(): string {
    return this.parts.expected;
  }

  get isRequired(): boolean {
    return this.parts.isRequired ?? false;
  }

  /** @param value undefined: the field is missing */
  read(value: unknown, place: FieldPlace): T {
    const { tryRead, expected, fallback } = this.parts;
    if (value === undefined) {
      if (this.isRequired) {
        place.issues.add(place.pointer, missingMessage(place.name, expected));
      }
      return fallback(place.context);
    }
    const read = tryRead(value, place);
    if (read !== REFUSED) return read;
    place.issues.add(place.pointer, mismatchMessage(place.name, expected, value));
    return fallback(place.context);
  }

  /** Reads a value without reporting a refusal, for fields that accept several kinds of values. */
  tryRead(value: unknown, place: FieldPlace): T | typeof REFUSED {
    return this.parts.tryRead(value, place);
  }

  /** The value of a missing field. */
  defaultValue(context: ProjectContext): T {
    return this.parts.fallback(context);
  }

  /** Adds a description for the schema and the documentation. */
  describe(description: string): Field<T> {
    return new Field({ ...this.parts, schema: { ...this.parts.schema, description } });
  }

  /** Adds a default, in the form that a document would use. */
  default(missing: T): Field<T> {
    return new Field({
      ...this.parts,
      schema: { ...this.parts.schema, default: missing },
      fallback: () => missing,
    });
  }

  /** Adds a default that depends on the context. The schema does not show it: describe it. */
  defaultFrom(fallback: (context: ProjectContext) => T): Field<T> {
    return new Field({ ...this.parts, fallback });
  }

  /** Makes null the value of a missing field. */
  orNull(): Field<T | null> {
    return new Field<T | null>({ ...this.parts, fallback: () => null });
  }

  /** Makes the field required. */
  required(): Field<T> {
    return new Field({ ...this.parts, isRequired: true });
  }

  /** Converts the value after it was read. The conversion can report issues. */
  map<U>(convert: (value: T, place: FieldPlace) => U): Field<U> {
    const { tryRead, fallback, ...rest } = this.parts;
    return new Field<U>({
      ...rest,
      tryRead: (value, place) => {
        const read = tryRead(value, place);
        return read === REFUSED ? REFUSED : convert(read, place);
      },
      fallback: (context) => convert(fallback(context), placeOfDefault(context)),
    });
  }
}

/** The message for a required field that is missing. */
export function missingMessage(name: string, expected: string): string {
  return `"${name}" is missing. Expected ${expected}.`;
}

/** The message for a value that a field does not accept. */
export function mismatchMessage(name: string, expected: string, value: unknown): string {
  return `Expected "${name}" to be ${expected}, but got ${formatValue(value)}${formatSize(value)}.`;
}

/** Defaults come from the code and are valid, so nothing is reported about them. */
export function placeOfDefault(context: ProjectContext): FieldPlace {
  return { pointer: '', name: '', issues: SILENT, context };
}

const SILENT = { add: () => {} } as unknown as Issues;
