import { texts } from '../../texts/index.js';
import { typeOf, type VariableType } from './variables.js';

/** What a text means for a type. */
export type ReadValue =
  | { readonly isValid: true; readonly value: unknown }
  | { readonly isValid: false; readonly problem: string };

/** Reads a cell or a field, as the command line does. */
export function readValue(text: string, type: VariableType): ReadValue {
  const value = parse(text, type);
  return value === undefined
    ? { isValid: false, problem: texts.runs.expected[type] }
    : { isValid: true, value };
}

/** How a value is written in a field. */
export function writeValue(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function parse(text: string, type: VariableType): unknown {
  const trimmed = text.trim();
  if (type === 'string') return text;
  if (type === 'number')
    return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(trimmed) ? Number(trimmed) : undefined;
  if (type === 'boolean') {
    // Spreadsheets write TRUE and FALSE.
    const lower = trimmed.toLowerCase();
    return ['true', 'false'].includes(lower) ? lower === 'true' : undefined;
  }
  try {
    const value = JSON.parse(trimmed) as unknown;
    return typeOf(value) === type ? value : undefined;
  } catch {
    return undefined;
  }
}
