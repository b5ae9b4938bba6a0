import { readJson } from '../../core/json/read-json.js';
import type { Issue } from '../../core/fields/issues.js';
import { InputError } from '../input-error.js';
import type { VariableValues, VariableSet } from './variable-set.js';

/**
 * Reads the sets of variables in a JSON file: one object, a list of objects, or one object per line.
 *
 * @throws InputError
 */
export function jsonVariables(file: string, text: string): VariableSet[] {
  const whole = readJson(text, 'The file');
  const values = whole.ok ? asList(whole.value) : lineValues(file, text, whole.issues);
  return values.map((value, index) => {
    const where = `${file}: item ${index + 1}`;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new InputError(`${where} is not a JSON object with variables.`);
    }
    return { variables: value as VariableValues, where, issues: [] };
  });
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [value];
}

/** @param issues the issues of the text as one document, reported if it is not JSON Lines either */
function lineValues(file: string, text: string, issues: readonly Issue[]): unknown[] {
  const lines = text
    .split('\n')
    .map((line, index) => ({ line, where: `${file}, line ${index + 1}` }))
    .filter(({ line }) => line.trim() !== '');
  const read = lines.map(({ line, where }) => ({ where, ...readJson(line, 'The line') }));
  // The first line of a document that spans several lines is not valid JSON.
  const isLines = lines.length > 1 && read[0]?.ok === true;
  if (!isLines) throw new InputError(formatIssues(file, issues));
  return read.map((one) => {
    if (one.ok) return one.value;
    throw new InputError(formatIssues(one.where, one.issues));
  });
}

function formatIssues(where: string, issues: readonly Issue[]): string {
  return issues
    .map(({ pointer, message }) => `${where}${pointer === '' ? '' : `#${pointer}`}: ${message}`)
    .join('\n');
}
