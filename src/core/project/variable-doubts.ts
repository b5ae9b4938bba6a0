import type { Issue } from '../fields/issues.js';
import { suggestName } from '../util/nearest-name.js';
import { type DeclaredName, variableNamesOf } from './variables/used-variables.js';

const MOST_DOUBTS = 50;
const MOST_COMPARED = 100;

/** Names of variables that are set from outside. */
export interface GivenNames {
  /** Of options. */
  readonly options: readonly string[];
  /** Of a table. A column that nothing uses may be meant for people, but not if it resembles a variable. */
  readonly columns: readonly string[];
}

/** Warns about variables that nothing in a config uses. */
export function variableDoubts(config: unknown, { options, columns }: GivenNames): Issue[] {
  const { used, declared } = variableNamesOf(config);
  const own = new Set(declared.map(({ name }) => name));
  const isForeign = (name: string) => !used.has(name) && !own.has(name);
  const known = [...used].slice(0, MOST_COMPARED);
  const likely = columns.filter((name) => isForeign(name) && suggestName(name, known) !== '');
  const foreign = [...options.filter(isForeign), ...likely];
  const unused: DeclaredName[] = [
    ...declared.filter(({ name }) => !used.has(name)),
    ...foreign.map((name) => ({ name, pointer: '' })),
  ];
  const undeclared = known.filter((name) => !own.has(name));
  return unused.slice(0, MOST_DOUBTS).map(({ name, pointer }) => {
    const suggestion = suggestName(name, own.has(name) ? undeclared : known);
    return { pointer, message: `Nothing uses the variable "${name}".${suggestion}` };
  });
}
