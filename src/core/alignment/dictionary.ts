const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;
/** Two semicolons or two hashes begin a comment. */
const COMMENT_MARKS: ReadonlySet<number> = new Set([0x3b, 0x23]);
/** Slots for each entry, so that few entries share a slot. */
const ROOM = 2;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * A pronunciation dictionary of CMU Sphinx: a line for each word, with its phones. Only where the lines are is kept, so
 * that 130,000 words take 10 ms and 1 MB besides the file.
 */
export class PronunciationDictionary {
  /** Where the line of each word begins, plus 1, by the hash of the word. */
  private readonly slots: Int32Array;

  /** @param file UTF-8, which ends with a line feed */
  constructor(private readonly file: Uint8Array) {
    this.slots = new Int32Array(slotsFor(file));
    for (let at = 0; at < file.length;) {
      const isComment = COMMENT_MARKS.has(file[at]!) && file[at + 1] === file[at];
      if (!isComment && !isBlank(file[at]!)) this.add(at);
      const end = file.indexOf(LINE_FEED, at);
      at = end < 0 ? file.length : end + 1;
    }
  }

  /**
   * Returns the phones of a word, separated by spaces, or null for an unknown word.
   *
   * @param word with its number in parentheses for another pronunciation than the first
   */
  lookUp(word: string): string | null {
    const bytes = new TextEncoder().encode(word);
    if (bytes.length === 0 || bytes.some(isBlank)) return null;
    const start = this.slots[this.find(bytes, 0)]! - 1;
    if (start < 0) return null;
    const end = this.file.indexOf(LINE_FEED, start);
    const line = this.file.subarray(start + bytes.length, end < 0 ? this.file.length : end);
    return new TextDecoder().decode(line).trim().split(/\s+/).join(' ');
  }

  /** The first line of a word counts. */
  private add(at: number): void {
    const slot = this.find(this.file, at);
    if (this.slots[slot] === 0) this.slots[slot] = at + 1;
  }

  /** The slot of the word that begins at a place, or the empty one where it would be. */
  private find(bytes: Uint8Array, from: number): number {
    const mask = this.slots.length - 1;
    let hash = FNV_OFFSET;
    let end = from;
    for (; end < bytes.length && !isBlank(bytes[end]!); end++)
      hash = Math.imul(hash ^ bytes[end]!, FNV_PRIME);
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (this.slots[slot] !== 0 && !this.isAt(this.slots[slot]! - 1, bytes, from, end))
      slot = (slot + 1) & mask;
    return slot;
  }

  private isAt(line: number, bytes: Uint8Array, from: number, end: number): boolean {
    for (let at = from; at < end; at++) if (this.file[line + at - from] !== bytes[at]) return false;
    return isBlank(this.file[line + end - from] ?? LINE_FEED);
  }
}

function isBlank(byte: number): boolean {
  return byte === SPACE || byte === LINE_FEED || byte === TAB || byte === CARRIAGE_RETURN;
}

function slotsFor(file: Uint8Array): number {
  let lines = 1;
  for (let at = file.indexOf(LINE_FEED); at >= 0; at = file.indexOf(LINE_FEED, at + 1)) lines++;
  return 2 ** Math.ceil(Math.log2(lines * ROOM));
}
