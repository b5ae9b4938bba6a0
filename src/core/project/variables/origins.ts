import type { ExpansionPath } from './expansion-path.js';

interface Origin {
  readonly pointer: string;
  /** True: everything below stands at this one place of the original. */
  readonly whole: boolean;
}

/** Where the parts of an expanded document stood in the original: only what moved is kept. */
export class Origins {
  private readonly moved = new Map<string, Origin>();

  /** An item of a list, which may have another index than it had. */
  move(spot: ExpansionPath): void {
    const { original, expanded } = spot;
    if (expanded !== original) this.moved.set(expanded, { pointer: original, whole: false });
  }

  /** A list or an object that took the place of an expression. */
  insert(spot: ExpansionPath): void {
    this.moved.set(spot.expanded, { pointer: spot.original, whole: true });
  }

  get isEmpty(): boolean {
    return this.moved.size === 0;
  }

  /** The pointer, in the original, of what this pointer names in the expanded document. */
  of(pointer: string): string {
    for (let end = pointer.length; end > 0; end = pointer.lastIndexOf('/', end - 1)) {
      const origin = this.moved.get(pointer.slice(0, end));
      if (origin) return origin.whole ? origin.pointer : `${origin.pointer}${pointer.slice(end)}`;
    }
    return pointer;
  }
}
