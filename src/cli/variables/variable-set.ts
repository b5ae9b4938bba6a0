import type { Issue } from '../../core/fields/issues.js';

/** The values of variables by name. */
export type VariableValues = Readonly<Record<string, unknown>>;

/** The variables of one video. */
export interface VariableSet {
  readonly variables: VariableValues;
  /** The origin for messages, such as `rows.csv: row 2`, or null for the command line. */
  readonly where: string | null;
  readonly issues: readonly Issue[];
}
