import { type ComponentChildren, createContext } from 'preact';
import type { Schema } from '../../schema/types.js';

export interface FieldRequest {
  readonly name: string;
  readonly pointer: string;
  /** What the value has to match: one of these. */
  readonly schemas: readonly Schema[];
  /** Whether the object must have it, so that it cannot be reset. */
  readonly isRequired?: boolean;
  /** Replaces the name of the property. */
  readonly label?: string;
}

/** How a control shows the fields within its value: it does not know the field that it is in. */
export interface FieldMaker {
  /** All properties of an object. */
  readonly properties: (pointer: string, schema: Schema) => ComponentChildren;
  readonly field: (request: FieldRequest) => ComponentChildren;
  /** A new value. */
  readonly newValue: (schema: Schema) => unknown;
  readonly alternatives: (schema: Schema) => readonly Schema[];
}

export const Fields = createContext<FieldMaker | null>(null);
