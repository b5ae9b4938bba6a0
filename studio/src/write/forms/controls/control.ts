import type { Schema } from '../../schema/types.js';
import { plainText } from '../../schema/values.js';

/** What a control gets. */
export interface ControlProps {
  /** The name of the property, or the one of the list that contains the value. */
  readonly name: string;
  /** The pointer of the value. */
  readonly pointer: string;
  /** Undefined: it is not set. */
  readonly value: unknown;
  /** What the value has to match: one of these. */
  readonly schemas: readonly Schema[];
  /** Ties the control to its label, its help, and its error. */
  readonly attributes: {
    readonly id: string;
    readonly 'aria-describedby': string | undefined;
    readonly 'aria-invalid': true | undefined;
  };
  /** The label, for controls that consist of several. */
  readonly label: string;
}

/** The default of a value, or undefined. */
export function defaultOf(schemas: readonly Schema[]): unknown {
  return schemas.find((schema) => schema.default !== undefined)?.default;
}

/** Longer texts would be cut off. */
const LONGEST = 24;

/** The default as the field shows it while it is empty. */
export function placeholderOf(schemas: readonly Schema[]): string {
  const value = defaultOf(schemas);
  if (value !== undefined) return typeof value === 'object' ? '' : plainText(value);
  // Many defaults depend on others, and are said in words.
  const [, words = ''] = /Default: (.+?)\.(?:\s|$)/.exec(schemas[0]?.description ?? '') ?? [];
  return words.length <= LONGEST ? words.replaceAll('`', '') : '';
}
