import type { Issue } from '../../core/fields/issues.js';

/** Values of variables by name. */
export type VariableValues = Readonly<Record<string, unknown>>;

/** The variables of one video. */
export interface VariableSet {
  readonly variables: VariableValues;
  /** Where they came from, for messages: `rows.csv: row 2`; null: the command line alone. */
  readonly where: string | null;
  readonly issues: readonly Issue[];
}
