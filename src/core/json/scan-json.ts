import { childPointer } from '../fields/json-pointer.js';
import {
  invalidString,
  unexpectedEnd,
  type SyntaxProblem,
  missingComma,
  invalidName,
  invalidValue,
} from './syntax-problems.js';

/** What is wrong with a JSON text, and where. */
export interface JsonProblem extends SyntaxProblem {
  /** JSON pointer (RFC 6901) of the value in which it stands. */
  readonly pointer: string;
}

/** A name that stands in an object again. */
export interface DuplicateName {
  /** JSON pointer of the member. */
  readonly pointer: string;
  readonly name: string;
  /** Index of the UTF-16 code unit where it stands again. */
  readonly position: number;
}

export interface JsonScan {
  readonly fault: JsonProblem | null;
  /** The first of them, as many as help. */
  readonly duplicates: readonly DuplicateName[];
}

/** Sticky patterns of RFC 8259; each matches one token at `lastIndex`. */
const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/** Enough to mend a text by; a hostile one must not make us list a million. */
const MAX_DUPLICATES = 20;

/**
 * Checks a text against the grammar of JSON without building anything from it, and counts how deep
 * it nests: `JSON.parse` takes any depth, and what walks its result afterwards overflows the stack. It
 * also takes the last of several members of one name, silently; here they are found.
 *
 * `fault` is null for a text that `JSON.parse` will take and that nests at most `maxDepth` deep. The
 * open brackets are kept in a list, so that the depth of the text costs no stack here either.
 */
export function scanJson(text: string, maxDepth: number): JsonScan {
  const scan = new Scan(text, maxDepth);
  return { fault: scan.run(), duplicates: scan.duplicates };
}

type Expected = 'value' | 'first' | 'name' | 'after';

/** An open bracket, and the member of it that is being read. */
interface Level {
  readonly closing: '}' | ']';
  /** Name or index; null in an object before its first name, and while a name is read. */
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
        return this.at === this.text.length ? null : this.fault('the text goes on after its end');
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
    if (!this.match(STRING)) {
      const isText = this.text[start] === '"';
      return this.toProblem(
        isText ? invalidString(this.text, start) : invalidName(this.text, start),
      );
    }
    const written = this.text.slice(start, this.at);
    // Two spellings of a name are one name: "a" and "\u0061".
    const name = written.includes('\\') ? (JSON.parse(written) as string) : written.slice(1, -1);
    level.member = name;
    if (level.names.has(name)) this.noteDuplicate(name, start);
    level.names.add(name);
    this.match(SPACE);
    if (this.text[this.at] !== ':') return this.fault('a colon is missing');
    this.at++;
    return 'value';
  }

  private value(): Expected | JsonProblem {
    const char = this.text[this.at];
    if (char === '{' || char === '[') return this.enter(char);
    if (this.match(char === '"' ? STRING : SCALAR)) return 'after';
    return this.toProblem(
      char === '"' ? invalidString(this.text, this.at) : invalidValue(this.text, this.at),
    );
  }

  private enter(bracket: '{' | '['): Expected | JsonProblem {
    if (this.open.length === this.maxDepth) {
      return this.fault(`the text nests deeper than ${this.maxDepth} levels`);
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

  private match(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }

  private fault(problem: string): JsonProblem {
    return this.toProblem({ position: this.at, problem, advice: null });
  }

  private toProblem(found: SyntaxProblem): JsonProblem {
    const closing = this.open.at(-1)?.closing ?? null;
    const ended = found.position >= this.text.length ? unexpectedEnd(this.text, closing) : null;
    return { ...(ended ?? found), pointer: this.pointer() };
  }

  /** Of the value that is being read. */
  private pointer(): string {
    return this.open.reduce(
      (pointer, { member }) => (member === null ? pointer : childPointer(pointer, member)),
      '',
    );
  }
}

/** Lists have no names; one set serves them all. */
const NO_NAMES: Set<string> = new Set();

/** Line and column of a position, both from 1, as editors count. */
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
