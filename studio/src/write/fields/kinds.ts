import { arePositions } from '../schema/positions.js';
import type { Schema } from '../schema/types.js';
import { isAddress, isColor } from '../schema/values.js';

/** The controls for values. */
export type Kind =
  /** On and off. */
  | 'switch'
  /** One of several values. */
  | 'choice'
  | 'position'
  | 'number'
  /** Seconds, or a constant such as -1 for the length of the source. */
  | 'duration'
  /** A number or a text, such as pixels or a percentage. */
  | 'scalar'
  | 'color'
  | 'font'
  | 'address'
  /** Several lines of text. */
  | 'text'
  /** One line of text. */
  | 'line'
  /** Fields of its own. */
  | 'object'
  | 'list'
  /** Values of different kinds, of which one is chosen first. */
  | 'variants'
  /** Whatever has no other control. */
  | 'json';

const LONG_TEXTS: ReadonlySet<string> = new Set(['text', 'comment']);

/** The control for a value that has to match one of these schemas. */
export function kindOf(name: string, schemas: readonly Schema[]): Kind {
  const [first] = schemas;
  if (first === undefined) return 'json';
  if (schemas.length === 1) return kindOfOne(name, first);
  const types = new Set(schemas.map(({ type, enum: values }) => type ?? typeof values?.[0]));
  const isNumeric = [...types].every((type) => type === 'number' || type === 'integer');
  if (isNumeric) return schemas.some(isConstant) ? 'duration' : 'number';
  if (types.has('object') || types.has('array')) return 'variants';
  if (types.has('boolean')) return types.has('string') ? 'line' : 'variants';
  return 'scalar';
}

const TIMES: ReadonlySet<string> = new Set(['start', 'duration']);

/** The schemas that a control offers. Nearly all times are numbers, so one that names another element is not offered. */
export function offeredSchemas(
  name: string,
  schemas: readonly Schema[],
  value: unknown,
): readonly Schema[] {
  const isNumber = value === undefined || value === null || typeof value === 'number';
  if (!TIMES.has(name) || !isNumber) return schemas;
  return schemas.filter(
    (schema) => schema.type === 'number' || schema.type === 'integer' || isConstant(schema),
  );
}

/** Whether a control has a label beside it, or is a group with a title. */
export function isGroup(kind: Kind): boolean {
  return kind === 'object' || kind === 'list' || kind === 'variants';
}

/** Whether a schema allows nothing but named numbers. */
export function isConstant({ enum: values }: Schema): boolean {
  return values !== undefined && values.every((value) => typeof value === 'number' && value < 0);
}

function kindOfOne(name: string, schema: Schema): Kind {
  const { type, enum: values, properties, items } = schema;
  if (values !== undefined) return arePositions(values) ? 'position' : 'choice';
  switch (type) {
    case 'boolean':
      return 'switch';
    case 'number':
    case 'integer':
      return 'number';
    case 'object':
      return properties === undefined ? 'json' : 'object';
    case 'array':
      return items === undefined ? 'json' : 'list';
    case 'string':
      return kindOfText(name, schema);
    default:
      return 'json';
  }
}

function kindOfText(name: string, schema: Schema): Kind {
  if (isColor(schema)) return 'color';
  if (isAddress(schema)) return 'address';
  if (schema.examples !== undefined) return 'font';
  return LONG_TEXTS.has(name) ? 'text' : 'line';
}
