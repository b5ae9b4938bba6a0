/** What is wrong with a JSON text, and where. */
export interface JsonFault {
  /** Index of the first wrong UTF-16 code unit. */
  readonly position: number;
  readonly problem: string;
}

/** Sticky patterns of RFC 8259; each matches one token at `lastIndex`. */
const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/**
 * Checks a text against the grammar of JSON without building anything from it, and counts how deep
 * it nests: `JSON.parse` takes any depth, and what walks its result afterwards overflows the stack.
 *
 * Returns null for a text that `JSON.parse` will take and that nests at most `maxDepth` deep. The
 * open brackets are kept in a list, so that the depth of the text costs no stack here either.
 */
export function findJsonFault(text: string, maxDepth: number): JsonFault | null {
  const open: ('{' | '[')[] = [];
  let at = 0;
  let expected: 'value' | 'first' | 'name' | 'after' = 'value';
  const match = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const fault = (problem: string): JsonFault => ({ position: at, problem });

  for (;;) {
    match(SPACE);
    const char = text[at];
    const within = open.at(-1);
    if (expected === 'after') {
      if (within === undefined) return at === text.length ? null : fault('the text goes on');
      if (char === ',') expected = within === '{' ? 'name' : 'value';
      else if (char === closing(within)) open.pop();
      else return fault(`a comma or ${closing(within)} is missing`);
      at++;
    } else if (expected === 'first' && char === closing(within)) {
      open.pop();
      at++;
      expected = 'after';
    } else if (expected === 'name' || (expected === 'first' && within === '{')) {
      if (!match(STRING)) return fault('a name in double quotes is missing');
      match(SPACE);
      if (text[at] !== ':') return fault('a colon is missing');
      at++;
      expected = 'value';
    } else if (char === '{' || char === '[') {
      if (open.length === maxDepth) return fault(`the text nests deeper than ${maxDepth} levels`);
      open.push(char);
      at++;
      expected = 'first';
    } else {
      if (!match(char === '"' ? STRING : SCALAR)) return fault('a value is missing or misspelt');
      expected = 'after';
    }
  }
}

function closing(bracket: '{' | '[' | undefined): string {
  return bracket === '{' ? '}' : ']';
}

/** Line and column of a position, both from 1, as editors count. */
export function lineAndColumn(text: string, position: number): { line: number; column: number } {
  const before = text.slice(0, position).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
