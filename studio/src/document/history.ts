import { applyPatch, inverted, type Patch, patchBetween } from './patches.js';

/** Changes of one group that follow each other within this time are undone together. */
const PAUSE_MS = 800;
const MOST_ENTRIES = 1_000;

/** Where a change comes from, and when it was made. */
export interface Origin {
  /** Changes of one gesture, such as dragging, have one group. Null: the change is undone alone. */
  readonly group: string | null;
  readonly at: number;
}

interface Entry {
  readonly patch: Patch;
  readonly origin: Origin;
}

/** The changes of a text, shared by everything that edits it. */
export class History {
  private readonly done: Entry[] = [];
  private readonly undone: Entry[] = [];

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  /** Notes that a text has become another. */
  record(before: string, after: string, origin: Origin): void {
    this.undone.length = 0;
    const last = this.done.at(-1);
    const joins = last !== undefined && continues(last.origin, origin);
    if (joins) this.done.pop();
    const start = joins ? applyPatch(before, inverted(last.patch)) : before;
    const patch = patchBetween(start, after);
    if (patch !== null) this.done.push({ patch, origin });
    if (this.done.length > MOST_ENTRIES) this.done.shift();
  }

  /** The next change is undone alone, also if it is of the same group. */
  endGroup(): void {
    const last = this.done.pop();
    if (last !== undefined) this.done.push({ ...last, origin: { ...last.origin, group: null } });
  }

  /** The change that takes back the last one; null if there is none. */
  undo(): Patch | null {
    this.endGroup();
    const entry = this.done.pop();
    if (entry === undefined) return null;
    this.undone.push(entry);
    // What is typed after an undo is not part of what was typed before it.
    this.endGroup();
    return inverted(entry.patch);
  }

  /** The change that was taken back last; null if there is none. */
  redo(): Patch | null {
    const entry = this.undone.pop();
    if (entry === undefined) return null;
    this.done.push(entry);
    return entry.patch;
  }
}

function continues(last: Origin, next: Origin): boolean {
  return last.group !== null && last.group === next.group && next.at - last.at <= PAUSE_MS;
}
