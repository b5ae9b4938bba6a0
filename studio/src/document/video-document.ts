import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { Node } from 'jsonc-parser';
import { withInserted, withMoved, withoutValue, withValue } from './edit-text.js';
import { History } from './history.js';
import { type Parsed, parseText } from './parse-text.js';
import { applyPatch, type Patch } from './patches.js';
import { parentOf, valueAt } from './pointers.js';
import { nearestRange, pointerAt, type Range, rangeOf } from './ranges.js';

/** How a change is undone. */
export interface EditOptions {
  /**
   * Changes of one group that follow each other within a moment are undone together: the steps of one gesture, such as
   * `drag:/scenes/0`. Without a group, a change is undone alone.
   */
  readonly group?: string | undefined;
}

/**
 * The video that is being made. Its text is the truth: everything else is read from it, and every change is a small
 * edit of it that keeps what else is written there. All panels share one history.
 */
export class VideoDocument {
  private readonly source: Signal<string>;
  private readonly history = new History();
  /** Replaces the options of all changes within it. */
  private transaction: EditOptions | null = null;
  private readonly abilities = signal({ canUndo: false, canRedo: false });

  /** The JSON text. */
  readonly text: ReadonlySignal<string>;
  /** The text as JSON, with the places of its values, or what is wrong with it. */
  readonly parsed: ReadonlySignal<Parsed>;
  /** The value of the text, or, while the text is not JSON, the last one that was read. */
  readonly value: ReadonlySignal<unknown>;
  readonly canUndo = computed(() => this.abilities.value.canUndo);
  readonly canRedo = computed(() => this.abilities.value.canRedo);

  /** The place on the timeline that is looked at, in seconds. */
  readonly playhead = signal(0);
  /** The JSON pointer of what is selected; empty for nothing. */
  readonly selection = signal('');

  /** @param now milliseconds; tests pass their own clock */
  constructor(
    text: string,
    private readonly now: () => number = () => Date.now(),
  ) {
    this.source = signal(text);
    this.text = this.source;
    this.parsed = computed(() => parseText(this.source.value));
    let last: unknown = null;
    this.value = computed(() => {
      const { value, error } = this.parsed.value;
      if (error === null) last = value;
      return last;
    });
  }

  /** Replaces the text, as an editor does with each key, and as opening another video does. It can be undone. */
  setText(text: string, options: EditOptions = {}): void {
    const before = this.source.peek();
    if (text === before) return;
    const { group } = this.transaction ?? options;
    this.history.record(before, text, { group: group ?? null, at: this.now() });
    this.change(text);
  }

  /**
   * Sets the value at a pointer. What does not exist on the way is created. Returns false, and changes nothing, while
   * the text is not JSON.
   */
  edit(pointer: string, value: unknown, options?: EditOptions): boolean {
    return this.editTree((text, tree) => withValue(text, tree, pointer, value), options);
  }

  /** Removes the value at a pointer. Returns false if there is none, or while the text is not JSON. */
  remove(pointer: string, options?: EditOptions): boolean {
    if (this.valueAt(pointer) === undefined || pointer === '') return false;
    const hasRemoved = this.editTree((text, tree) => withoutValue(text, tree, pointer), options);
    if (hasRemoved) this.leaveWhatIsGone();
    return hasRemoved;
  }

  /** Inserts an item into an array before the item at the pointer. `/scenes/-` appends. Returns as `edit` does. */
  insert(pointer: string, value: unknown, options?: EditOptions): boolean {
    if (!Array.isArray(this.valueAt(parentOf(pointer) ?? ''))) return false;
    return this.editTree((text, tree) => withInserted(text, tree, pointer, value), options);
  }

  /** Moves an item of an array to the index `to` of it. The item stays as it is written. Returns as `edit` does. */
  move(pointer: string, to: number, options?: EditOptions): boolean {
    const list: unknown = this.valueAt(parentOf(pointer) ?? '');
    if (!Array.isArray(list) || this.valueAt(pointer) === undefined) return false;
    if (to < 0 || to >= list.length) return false;
    return this.editTree((text, tree) => withMoved(text, tree, pointer, to), options);
  }

  /** Makes several changes as one. `change` uses the methods of this document. */
  transact(change: () => void): void {
    this.endGroup();
    batch(() => {
      this.transaction = { group: 'transaction' };
      try {
        change();
      } finally {
        this.transaction = null;
      }
    });
    this.endGroup();
  }

  /** The next change is undone alone. Call it at the end of a gesture. */
  endGroup(): void {
    this.history.endGroup();
  }

  undo(): void {
    this.step(this.history.undo());
  }

  redo(): void {
    this.step(this.history.redo());
  }

  /** The value at a pointer, or undefined. */
  valueAt(pointer: string): unknown {
    return valueAt(this.value.value, pointer);
  }

  /** The place of a value in the text, or null. */
  rangeOf(pointer: string): Range | null {
    return rangeOf(this.parsed.value.tree, pointer);
  }

  /** The place of a value, or of the nearest value around it: for errors that name what is missing. */
  nearestRange(pointer: string): Range {
    return nearestRange(this.parsed.value.tree, pointer) ?? { from: 0, to: 0 };
  }

  /** The pointer of the innermost value at an offset of the text. */
  pointerAt(offset: number): string {
    return pointerAt(this.parsed.value.tree, offset);
  }

  private editTree(
    edit: (text: string, tree: Node) => string,
    options: EditOptions | undefined,
  ): boolean {
    const { tree, error } = this.parsed.value;
    if (error !== null || tree === undefined) return false;
    this.setText(edit(this.source.peek(), tree), options);
    return true;
  }

  private step(patch: Patch | null): void {
    if (patch === null) return;
    this.change(applyPatch(this.source.peek(), patch));
    this.leaveWhatIsGone();
  }

  private change(text: string): void {
    // It keeps the last value, which the next text may not have.
    void this.value.peek();
    batch(() => {
      this.source.value = text;
      const { canUndo, canRedo } = this.history;
      this.abilities.value = { canUndo, canRedo };
    });
  }

  /** A selection of nothing would show no form. */
  private leaveWhatIsGone(): void {
    while (this.selection.peek() !== '' && this.valueAt(this.selection.peek()) === undefined) {
      this.selection.value = parentOf(this.selection.peek()) ?? '';
    }
  }
}
