import { effect } from '@preact/signals';
import { type Extension, type Range, RangeSetBuilder, StateEffect } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view';
import { video } from '../../document/index.js';

const COLOR = /"(#[\da-f]{6}(?:[\da-f]{2})?)"/gi;
/** A phone has room for few characters. */
const MOST_INDENT = 12;
const changed = StateEffect.define<null>();

/** Shows colors before their names. */
class Swatch extends WidgetType {
  constructor(private readonly color: string) {
    super();
  }

  override eq(other: Swatch): boolean {
    return other.color === this.color;
  }

  override toDOM(): HTMLElement {
    const swatch = document.createElement('span');
    swatch.className = 'cm-color';
    swatch.style.backgroundColor = this.color;
    swatch.setAttribute('aria-hidden', 'true');
    return swatch;
  }
}

const swatches = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = colorsOf(view);
    }

    update(update: ViewUpdate): void {
      if (update.docChanged || update.viewportChanged) this.decorations = colorsOf(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

const part = Decoration.line({ class: 'cm-selected-part' });

/** Marks the lines of the scene or element that is selected. */
const selectedPart = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet = Decoration.none;
    private readonly end: () => void;

    constructor(view: EditorView) {
      this.decorations = linesOf(view);
      let isFirst = true;
      this.end = effect(() => {
        void video.selection.value;
        if (!isFirst) queueMicrotask(() => view.dispatch({ effects: changed.of(null) }));
        isFirst = false;
      });
    }

    update({ docChanged, viewportChanged, transactions, view }: ViewUpdate): void {
      const isOther = transactions.some(({ effects }) => effects.some((one) => one.is(changed)));
      if (docChanged || viewportChanged || isOther) this.decorations = linesOf(view);
    }

    destroy(): void {
      this.end();
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

const hangingIndents = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = indentsOf(view);
    }

    update(update: ViewUpdate): void {
      if (update.docChanged || update.viewportChanged) this.decorations = indentsOf(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

/** What the editor shows besides the text. */
export const decorations: Extension = [swatches, selectedPart, hangingIndents];

function colorsOf(view: EditorView): DecorationSet {
  const found: Range<Decoration>[] = [];
  for (const { from, to } of view.visibleRanges) {
    for (const match of view.state.doc.sliceString(from, to).matchAll(COLOR)) {
      const widget = new Swatch(match[1]!);
      found.push(Decoration.widget({ widget, side: -1 }).range(from + match.index));
    }
  }
  return Decoration.set(found);
}

/** Lines that are wrapped go on below their own beginning. */
function indentsOf({ state, visibleRanges }: EditorView): DecorationSet {
  const lines = new RangeSetBuilder<Decoration>();
  for (const { from, to } of visibleRanges) {
    for (let at = from; at <= to;) {
      const line = state.doc.lineAt(at);
      const spaces = /^\s*/.exec(line.text)![0].replaceAll('\t', '    ').length;
      const width = `${Math.min(spaces, MOST_INDENT) + 2}ch`;
      const style = `padding-inline-start: calc(${width} + var(--space-2)); text-indent: -${width}`;
      lines.add(line.from, line.from, Decoration.line({ attributes: { style } }));
      at = line.to + 1;
    }
  }
  return lines.finish();
}

function linesOf({ state, viewport }: EditorView): DecorationSet {
  const pointer = video.selection.peek();
  const range = pointer === '' ? null : video.rangeOf(pointer);
  const lines = new RangeSetBuilder<Decoration>();
  if (range === null || range.to > state.doc.length) return lines.finish();
  const end = Math.min(range.to, viewport.to);
  for (let at = Math.max(range.from, viewport.from); at <= end;) {
    const line = state.doc.lineAt(at);
    lines.add(line.from, line.from, part);
    at = line.to + 1;
  }
  return lines.finish();
}
