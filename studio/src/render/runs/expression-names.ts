/** A name that an expression uses. */
export interface UsedName {
  readonly name: string;
  /** Whether the expression says what to use without it. */
  readonly isOptional: boolean;
}

const TOKENS =
  /\s+|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[A-Za-z_][A-Za-z0-9_]*|\d+(?:\.\d+)?|\|\||&&|\{\{|\}\}|./gs;
const NAME = /^[A-Za-z_]/;
const RESERVED: ReadonlySet<string> = new Set(['true', 'false', 'null', 'and', 'or', 'not']);

/**
 * The names of variables in a text. The service reads expressions exactly; this only has to find what a form asks for.
 *
 * @param isExpression whether all of the text is an expression, also outside of braces
 */
export function namesIn(text: string, isExpression: boolean): readonly UsedName[] {
  if (!isExpression && !text.includes('{{')) return [];
  const tokens = [...text.matchAll(TOKENS)].map(([token]) => token).filter((t) => /\S/.test(t));
  const names: UsedName[] = [];
  let isInside = isExpression;
  for (const [index, token] of tokens.entries()) {
    if (token === '{{') isInside = true;
    else if (token === '}}') isInside = isExpression;
    else if (isInside && NAME.test(token) && isVariable(tokens, index)) {
      const isOptional = tokens[index + 1] === '|' && tokens[index + 2] === 'default';
      names.push({ name: token, isOptional });
    }
  }
  return names;
}

/** Not a member, a filter, a function, or a word of the language. */
function isVariable(tokens: readonly string[], at: number): boolean {
  const before = tokens[at - 1];
  return before !== '.' && before !== '|' && tokens[at + 1] !== '(' && !RESERVED.has(tokens[at]!);
}
