import {
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { texts } from '../texts/index.js';

/** Where a text stops being JSON. */
export interface TextError {
  readonly message: string;
  readonly offset: number;
  /** From 1, as people count. */
  readonly line: number;
  readonly column: number;
}

/** A text as JSON. */
export interface Parsed {
  /** Undefined if the text is not JSON. */
  readonly value: unknown;
  /** The values with their places. Of a text with an error, as far as it makes sense. */
  readonly tree: Node | undefined;
  /** The first error, or null. */
  readonly error: TextError | null;
}

/** Reads a text strictly: the service accepts neither comments nor trailing commas. */
export function parseText(text: string): Parsed {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (first !== undefined) return { value: undefined, tree, error: toTextError(text, first) };
  return { value: tree === undefined ? undefined : getNodeValue(tree), tree, error: null };
}

/** The line and column of an offset, from 1. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: before.length - start + 1 };
}

function toTextError(text: string, { error, offset }: ParseError): TextError {
  const code = printParseErrorCode(error) as keyof typeof texts.workbench.json;
  return {
    message: texts.workbench.json[code] ?? texts.workbench.json.ValueExpected,
    offset,
    ...placeOf(text, offset),
  };
}
