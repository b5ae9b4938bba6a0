/** What a path went into, and when. */
export interface TraceEntry {
  /** A token's index, `SILENCE` or `OTHER_SPEECH`. */
  readonly label: number;
  readonly frame: number;
  /** Of the path up to there, in nats over the background. */
  readonly score: number;
}

const FIRST_ROOM = 1 << 18;

/** Passages, each with the one before it; all paths share their beginnings. */
export class Traceback {
  private labels = new Int32Array(FIRST_ROOM);
  private frames = new Int32Array(FIRST_ROOM);
  private scores = new Float64Array(FIRST_ROOM);
  private before = new Int32Array(FIRST_ROOM);
  private count = 0;
  private limit = FIRST_ROOM / 2;

  /** True when it is time to `keep` only what is needed. */
  get isNearlyFull(): boolean {
    return this.count >= this.limit;
  }

  /** @returns its number; -1 stands for none before it */
  add({ label, frame, score }: TraceEntry, before: number): number {
    if (this.count === this.labels.length) this.grow();
    const index = this.count++;
    this.labels[index] = label;
    this.frames[index] = frame;
    this.scores[index] = score;
    this.before[index] = before;
    return index;
  }

  /** Forgets all that do not lead to one of these, and numbers the others, and these, anew. */
  prune(ends: readonly Int32Array[]): void {
    const numbers = new Int32Array(this.count).fill(-1);
    for (const list of ends) for (const end of list) if (end >= 0) numbers[end] = 0;
    for (let index = this.count - 1; index >= 0; index--) {
      if (numbers[index] === 0 && this.before[index]! >= 0) numbers[this.before[index]!] = 0;
    }
    let kept = 0;
    for (let index = 0; index < this.count; index++) {
      if (numbers[index] !== 0) continue;
      numbers[index] = kept;
      this.labels[kept] = this.labels[index]!;
      this.frames[kept] = this.frames[index]!;
      this.scores[kept] = this.scores[index]!;
      const before = this.before[index]!;
      this.before[kept] = before < 0 ? -1 : numbers[before]!;
      kept++;
    }
    this.count = kept;
    this.limit = Math.max(FIRST_ROOM / 2, 2 * kept);
    for (const list of ends) {
      for (let at = 0; at < list.length; at++) if (list[at]! >= 0) list[at] = numbers[list[at]!]!;
    }
  }

  /** The passages up to one, in order. */
  pathTo(last: number): TraceEntry[] {
    const passages: TraceEntry[] = [];
    for (let index = last; index >= 0; index = this.before[index]!) {
      const [label, frame, score] = [this.labels[index]!, this.frames[index]!, this.scores[index]!];
      passages.push({ label, frame, score });
    }
    return passages.reverse();
  }

  private grow(): void {
    const larger = <T extends Int32Array | Float64Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    const size = this.labels.length * 2;
    this.labels = larger(this.labels, new Int32Array(size));
    this.frames = larger(this.frames, new Int32Array(size));
    this.scores = larger(this.scores, new Float64Array(size));
    this.before = larger(this.before, new Int32Array(size));
  }
}
