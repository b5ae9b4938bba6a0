import { childPointer } from '../fields/json-pointer.js';
import {
  invalidString,
  unexpectedEnd,
  type SyntaxProblem,
  missingComma,
  invalidName,
  invalidValue,
} from './syntax-problems.js';

/** A syntax problem of a JSON text, and its location. */
export interface JsonProblem extends SyntaxProblem {
  /** JSON pointer (RFC 6901) of the value that contains the problem. */
  readonly pointer: string;
}

/** A repeated name in an object. */
export interface DuplicateName {
  /** JSON pointer of the member. */
  readonly pointer: string;
  readonly name: string;
  /** Index of the UTF-16 code unit where the name is repeated. */
  readonly position: number;
}

export interface JsonScan {
  readonly problem: JsonProblem | null;
  /** The first repeated names. */
  readonly duplicates: readonly DuplicateName[];
}

/** Sticky patterns for the tokens of RFC 8259. Each matches one token at `lastIndex`. */
const SPACE = /[ \t\n\r]*/y;
const PLAIN = /[ !#-[\]-\uffff]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/** Bounds the list for a hostile text with a million repeated names. */
const MAX_DUPLICATES = 20;

/**
 * Checks a text against the JSON grammar without building values. `JSON.parse` accepts any depth, and code
 * that walks its result can then overflow the stack. It also silently takes the last of several members
 * with the same name. This function finds both.
 *
 * `problem` is null for a text that `JSON.parse` accepts and that nests at most `maxDepth` deep. Open brackets
 * are kept in a list, so that deep nesting uses no stack here either.
 */
export function scanJson(text: string, maxDepth: number): JsonScan {
  const scan = new Scan(text, maxDepth);
  return { problem: scan.run(), duplicates: scan.duplicates };
}

type Expected = 'value' | 'first' | 'name' | 'after';

/** An open bracket, and its current member. */
interface Level {
  readonly closing: '}' | ']';
  /** Name or index. Null in an object before the first name and while a name is read. */
  member: string | number | null;
  readonly names: Set<string>;
}

class Scan {
  readonly duplicates: DuplicateName[] = [];
  private readonly open: Level[] = [];
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly maxDepth: number,
  ) {}

  run(): JsonProblem | null {
    for (let expected: Expected = 'value'; ;) {
      this.match(SPACE);
      if (expected === 'after' && this.open.length === 0) {
        return this.at === this.text.length
          ? null
          : this.problem('unexpected text after the end of the value');
      }
      const next = this.step(expected);
      if (typeof next !== 'string') return next;
      expected = next;
    }
  }

  private step(expected: Expected): Expected | JsonProblem {
    const level = this.open.at(-1);
    if (expected === 'after') return this.after(level!);
    if (expected === 'first' && this.text[this.at] === level!.closing) return this.close();
    if (level?.closing === '}' && expected !== 'value') return this.name(level);
    return this.value();
  }

  private after(level: Level): Expected | JsonProblem {
    const char = this.text[this.at];
    if (char === level.closing) return this.close();
    if (char !== ',') return this.toProblem(missingComma(this.text, this.at, level.closing));
    this.at++;
    if (level.closing === '}') {
      level.member = null;
      return 'name';
    }
    level.member = (level.member as number) + 1;
    return 'value';
  }

  private close(): Expected {
    this.open.pop();
    this.at++;
    return 'after';
  }

  private name(level: Level): Expected | JsonProblem {
    const start = this.at;
    if (!this.matchString()) {
      const isText = this.text[start] === '"';
      return this.toProblem(
        isText ? invalidString(this.text, start) : invalidName(this.text, start),
      );
    }
    const written = this.text.slice(start, this.at);
    // Two spellings of a name are the same name: "a" and "\u0061".
    const name = written.includes('\\') ? (JSON.parse(written) as string) : written.slice(1, -1);
    level.member = name;
    if (level.names.has(name)) this.noteDuplicate(name, start);
    level.names.add(name);
    this.match(SPACE);
    if (this.text[this.at] !== ':') return this.problem('expected a colon');
    this.at++;
    return 'value';
  }

  private value(): Expected | JsonProblem {
    const char = this.text[this.at];
    if (char === '{' || char === '[') return this.enter(char);
    if (char === '"' ? this.matchString() : this.match(SCALAR)) return 'after';
    return this.toProblem(
      char === '"' ? invalidString(this.text, this.at) : invalidValue(this.text, this.at),
    );
  }

  private enter(bracket: '{' | '['): Expected | JsonProblem {
    if (this.open.length === this.maxDepth) {
      return this.problem(`the text is nested deeper than ${this.maxDepth} levels`);
    }
    this.open.push(
      bracket === '{'
        ? { closing: '}', member: null, names: new Set() }
        : { closing: ']', member: 0, names: NO_NAMES },
    );
    this.at++;
    return 'first';
  }

  private noteDuplicate(name: string, position: number): void {
    if (this.duplicates.length >= MAX_DUPLICATES) return;
    this.duplicates.push({ pointer: this.pointer(), name, position });
  }

  /** In parts: one pattern for all of a string overflows its stack at some 10 million letters. */
  private matchString(): boolean {
    const start = this.at;
    if (this.text[start] === '"') {
      this.at++;
      do this.match(PLAIN);
      while (this.match(ESCAPE));
      if (this.text[this.at++] === '"') return true;
    }
    this.at = start;
    return false;
  }

  private match(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }

  private problem(problem: string): JsonProblem {
    return this.toProblem({ position: this.at, problem, advice: null });
  }

  private toProblem(found: SyntaxProblem): JsonProblem {
    const closing = this.open.at(-1)?.closing ?? null;
    const ended = found.position >= this.text.length ? unexpectedEnd(this.text, closing) : null;
    return { ...(ended ?? found), pointer: this.pointer() };
  }

  /** The pointer of the current value. */
  private pointer(): string {
    return this.open.reduce(
      (pointer, { member }) => (member === null ? pointer : childPointer(pointer, member)),
      '',
    );
  }
}

/** Lists have no names, so they share one empty set. */
const NO_NAMES: Set<string> = new Set();

/** Line and column of a position, both starting at 1, as in editors. */
export function lineAndColumn(text: string, position: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (;;) {
    const end = text.indexOf('\n', start);
    if (end === -1 || end >= position) return { line, column: position - start + 1 };
    line++;
    start = end + 1;
  }
}
