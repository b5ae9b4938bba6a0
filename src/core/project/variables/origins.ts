import type { ExpansionPath } from './expansion-path.js';

interface Origin {
  readonly pointer: string;
  /** True if everything inside has the same origin. */
  readonly whole: boolean;
}

/** Maps locations in an expanded document to the original. Stores only parts that moved. */
export class Origins {
  private readonly moved = new Map<string, Origin>();

  /** Records a list item whose index may have changed. */
  move(path: ExpansionPath): void {
    const { original, expanded } = path;
    if (expanded !== original) this.moved.set(expanded, { pointer: original, whole: false });
  }

  /** Records a list or an object that replaced an expression. */
  insert(path: ExpansionPath): void {
    this.moved.set(path.expanded, { pointer: path.original, whole: true });
  }

  get isEmpty(): boolean {
    return this.moved.size === 0;
  }

  /** Converts a pointer in the expanded document to one in the original. */
  of(pointer: string): string {
    for (let end = pointer.length; end > 0; end = pointer.lastIndexOf('/', end - 1)) {
      const origin = this.moved.get(pointer.slice(0, end));
      if (origin) return origin.whole ? origin.pointer : `${origin.pointer}${pointer.slice(end)}`;
    }
    return pointer;
  }
}
