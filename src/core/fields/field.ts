import type { ProjectContext } from './context.js';
import { type Issues, formatValue } from './issues.js';
import type { Schema } from './schema.js';

/** Where a value stands, and what reading it may need to know. */
export interface FieldPlace {
  /** JSON pointer of the value, in the spelling that was given. */
  readonly pointer: string;
  /** The field's name, as messages call it. */
  readonly name: string;
  readonly issues: Issues;
  readonly context: ProjectContext;
}

/** The answer of a field that cannot use a value at all. */
export const REFUSED = Symbol('REFUSED');

interface FieldParts<T> {
  readonly schema: Schema;
  readonly expected: string;
  /** Reads a given value, or refuses it; parts of it that are wrong it reports itself. */
  readonly tryRead: (value: unknown, place: FieldPlace) => T | typeof REFUSED;
  /** What stands for a value that is missing or was refused. */
  readonly fallback: (context: ProjectContext) => T;
  readonly isRequired?: boolean;
}

/**
 * What a field of a JSON document accepts, what is made of it, and what stands for it when it is
 * missing: one description from which the reader, the JSON Schema and the documentation come.
 *
 * Reading never throws and always answers a usable value, so that all issues are found at once.
 *
 * @typeParam T what reading makes of the value
 */
export class Field<T> {
  constructor(private readonly parts: FieldParts<T>) {}

  /** What is accepted when the field is given, as a JSON Schema. */
  get schema(): Schema {
    return this.parts.schema;
  }

  /** What is accepted, in words that go on after "allowed is". */
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
        place.issues.add(place.pointer, `"${place.name}" is missing; it is ${expected}.`);
      }
      return fallback(place.context);
    }
    const read = tryRead(value, place);
    if (read !== REFUSED) return read;
    place.issues.add(
      place.pointer,
      `"${place.name}" is ${formatValue(value)}; allowed is ${expected}.`,
    );
    return fallback(place.context);
  }

  /** Reads a given value without reporting a refusal: for fields that accept one thing or another. */
  attempt(value: unknown, place: FieldPlace): T | typeof REFUSED {
    return this.parts.tryRead(value, place);
  }

  /** What stands for a missing value. */
  defaultValue(context: ProjectContext): T {
    return this.parts.fallback(context);
  }

  /** With a sentence on what the field is for. */
  describe(description: string): Field<T> {
    return new Field({ ...this.parts, schema: { ...this.parts.schema, description } });
  }

  /** With a value that stands for a missing one, given as a project would write it. */
  default(missing: T): Field<T> {
    return new Field({
      ...this.parts,
      schema: { ...this.parts.schema, default: missing },
      fallback: () => missing,
    });
  }

  /** With a value for a missing one that depends on what is known; `described` says on what. */
  defaultFrom(fallback: (context: ProjectContext) => T): Field<T> {
    return new Field({ ...this.parts, fallback });
  }

  /** Null stands for a missing value. */
  orNull(): Field<T | null> {
    return this.orElseOther<T | null>(() => null);
  }

  /** The field must be given. */
  required(): Field<T> {
    return new Field({ ...this.parts, isRequired: true });
  }

  /** Goes on with what was read; may report what is wrong with it. */
  map<U>(make: (value: T, place: FieldPlace) => U): Field<U> {
    const { tryRead, fallback, ...rest } = this.parts;
    const nowhere = (context: ProjectContext): FieldPlace => ({
      pointer: '',
      name: '',
      issues: SILENT,
      context,
    });
    return new Field<U>({
      ...rest,
      tryRead: (value, place) => {
        const read = tryRead(value, place);
        return read === REFUSED ? REFUSED : make(read, place);
      },
      fallback: (context) => make(fallback(context), nowhere(context)),
    });
  }

  private orElseOther<U>(fallback: (context: ProjectContext) => U): Field<T | U> {
    return new Field<T | U>({ ...this.parts, fallback });
  }
}

/** What is made of a missing value is ours, and right. */
const SILENT = { add: () => {} } as unknown as Issues;
