/** A token, pause or other speech that a path entered. */
export interface TraceEntry {
  /** Index of a token, `SILENCE` or `OTHER_SPEECH`. */
  readonly label: number;
  readonly frame: number;
  /** Score of the path before the entry, in nats over the background. */
  readonly score: number;
}

const INITIAL_CAPACITY = 1 << 18;

/**
 * The traceback of a Viterbi search: entries that each point to the one before them, so that paths
 * share their beginnings.
 */
export class Traceback {
  private labels = new Int32Array(INITIAL_CAPACITY);
  private frames = new Int32Array(INITIAL_CAPACITY);
  private scores = new Float64Array(INITIAL_CAPACITY);
  private previous = new Int32Array(INITIAL_CAPACITY);
  private count = 0;
  private limit = INITIAL_CAPACITY / 2;

  /** True when it is time to `prune`. */
  get isNearlyFull(): boolean {
    return this.count >= this.limit;
  }

  /**
   * @param previous number of the entry before this one; -1 for none
   * @returns the number of the new entry
   */
  add({ label, frame, score }: TraceEntry, previous: number): number {
    if (this.count === this.labels.length) this.grow();
    const index = this.count++;
    this.labels[index] = label;
    this.frames[index] = frame;
    this.scores[index] = score;
    this.previous[index] = previous;
    return index;
  }

  /** Drops all entries that do not lead to one of `ends`, and renumbers the others and `ends`. */
  prune(ends: readonly Int32Array[]): void {
    const numbers = this.compact(this.markNeeded(ends));
    for (const list of ends) {
      for (let at = 0; at < list.length; at++) if (list[at]! >= 0) list[at] = numbers[list[at]!]!;
    }
  }

  /** Returns the entries up to one, in order. */
  pathTo(last: number): TraceEntry[] {
    const entries: TraceEntry[] = [];
    for (let index = last; index >= 0; index = this.previous[index]!) {
      const [label, frame, score] = [this.labels[index]!, this.frames[index]!, this.scores[index]!];
      entries.push({ label, frame, score });
    }
    return entries.reverse();
  }

  /** Returns 0 for each entry on a path to one of `ends`, -1 for the others. */
  private markNeeded(ends: readonly Int32Array[]): Int32Array {
    const marks = new Int32Array(this.count).fill(-1);
    for (const list of ends) for (const end of list) if (end >= 0) marks[end] = 0;
    for (let index = this.count - 1; index >= 0; index--) {
      if (marks[index] === 0 && this.previous[index]! >= 0) marks[this.previous[index]!] = 0;
    }
    return marks;
  }

  /** Moves the marked entries together, and replaces their marks by their new numbers. */
  private compact(marks: Int32Array): Int32Array {
    let kept = 0;
    for (let index = 0; index < this.count; index++) {
      if (marks[index] !== 0) continue;
      marks[index] = kept;
      this.labels[kept] = this.labels[index]!;
      this.frames[kept] = this.frames[index]!;
      this.scores[kept] = this.scores[index]!;
      const previous = this.previous[index]!;
      this.previous[kept] = previous < 0 ? -1 : marks[previous]!;
      kept++;
    }
    this.count = kept;
    this.limit = Math.max(INITIAL_CAPACITY / 2, 2 * kept);
    return marks;
  }

  private grow(): void {
    const copy = <T extends Int32Array | Float64Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    const size = this.labels.length * 2;
    this.labels = copy(this.labels, new Int32Array(size));
    this.frames = copy(this.frames, new Int32Array(size));
    this.scores = copy(this.scores, new Float64Array(size));
    this.previous = copy(this.previous, new Int32Array(size));
  }
}
