import { useState } from 'preact/hooks';
import type { Source } from './source.js';
import type { Variable, VariableType } from './variables.js';

/** Lets people correct the type of variables that have no default, since only they know what it is. */
export function useTypes(source: Source): {
  readonly source: Source;
  readonly setType: (name: string, type: VariableType) => void;
} {
  const [types, setTypes] = useState<Readonly<Record<string, VariableType>>>({});
  const variables = source.variables.map((variable) =>
    isOpenType(source, variable)
      ? { ...variable, type: types[variable.name] ?? variable.type }
      : variable,
  );
  return {
    source: { ...source, variables },
    setType: (name, type) => setTypes((before) => ({ ...before, [name]: type })),
  };
}

/** Whether nothing says the type of a variable. */
export function isOpenType({ template }: Source, variable: Variable): boolean {
  const isDeclared = template !== null && template.variables.length > 0;
  return !isDeclared && variable.default === undefined;
}
