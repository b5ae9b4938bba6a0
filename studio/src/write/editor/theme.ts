import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The colors of names and values. They have the contrast of AA on the page in both themes. */
const highlight = HighlightStyle.define([
  { tag: tags.propertyName, color: 'light-dark(#2c3eb5, #a3b2ff)' },
  { tag: tags.string, color: 'light-dark(#14713d, #8fd9ab)' },
  { tag: tags.number, color: 'light-dark(#8a3b00, #f0b27a)' },
  { tag: [tags.bool, tags.null], color: 'light-dark(#8b1d7c, #f0a3e4)' },
  { tag: [tags.separator, tags.squareBracket, tags.brace], color: 'var(--muted)' },
]);

const look = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--page)', color: 'var(--text)' },
  '&.cm-focused': { outline: 'none' },
  // The focus is a frame inside, because the panel cuts off what is outside.
  '&.cm-focused .cm-scroller': {
    outline: '2px solid var(--accent)',
    outlineOffset: '-2px',
  },
  '.cm-scroller': {
    fontFamily: 'var(--mono)',
    fontSize: 'var(--small)',
    lineHeight: '1.6',
    overflow: 'auto',
  },
  '.cm-content': { paddingBlock: 'var(--space-2)', caretColor: 'var(--text)' },
  '.cm-line': { paddingInline: 'var(--space-2)' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--text)', borderLeftWidth: '2px' },
  '.cm-gutters': {
    backgroundColor: 'var(--page)',
    color: 'var(--muted)',
    border: '0',
    borderInlineEnd: '1px solid var(--line)',
  },
  '.cm-activeLine, .cm-activeLineGutter': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 9%, transparent)',
  },
  '.cm-activeLineGutter': { color: 'var(--text)' },
  '.cm-foldGutter span': { cursor: 'pointer' },
  '.cm-foldPlaceholder': {
    backgroundColor: 'var(--raised)',
    border: '1px solid var(--line)',
    color: 'var(--muted)',
    borderRadius: 'var(--radius)',
    paddingInline: 'var(--space-2)',
  },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { background: 'color-mix(in srgb, var(--accent) 28%, transparent)' },
  '.cm-selectionMatch': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 16%, transparent)',
  },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 24%, transparent)',
    outline: '1px solid var(--accent)',
  },
  '&.cm-focused .cm-nonmatchingBracket': {
    backgroundColor: 'color-mix(in srgb, var(--danger) 24%, transparent)',
  },
  '.cm-searchMatch': { backgroundColor: 'light-dark(#ffe28a, #6b5310)' },
  '.cm-searchMatch-selected': { backgroundColor: 'light-dark(#ffb84d, #a06a00)' },
  '.cm-selected-part': {
    boxShadow: 'inset 3px 0 0 var(--accent)',
  },
  '.cm-color': {
    display: 'inline-block',
    inlineSize: '0.8em',
    blockSize: '0.8em',
    marginInlineEnd: '0.35em',
    border: '1px solid var(--control)',
    borderRadius: '2px',
    verticalAlign: '-0.05em',
  },
});

const tooltips = EditorView.theme({
  '.cm-tooltip': {
    zIndex: '25',
    maxInlineSize: 'min(32rem, calc(100vw - 2rem))',
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--surface)',
    color: 'var(--text)',
    boxShadow: 'var(--shadow)',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete': { overflow: 'visible' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--mono)',
    fontSize: 'var(--small)',
    maxHeight: '17rem',
    padding: 'var(--space-1)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    alignItems: 'center',
    gap: 'var(--space-2)',
    minHeight: '1.75rem',
    padding: '0 var(--space-2)',
    borderRadius: 'calc(var(--radius) - 2px)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--accent)',
    color: 'var(--on-accent)',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-completionDetail': {
    flex: '1',
    marginInlineStart: 'var(--space-2)',
    fontFamily: 'system-ui, sans-serif',
    fontStyle: 'normal',
    color: 'var(--muted)',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  'li[aria-selected] .cm-completionDetail': { color: 'inherit' },
  '.cm-tooltip.cm-completionInfo': {
    padding: 'var(--space-2) var(--space-3)',
    overflow: 'visible',
  },
  '.cm-hint': {
    display: 'grid',
    gap: 'var(--space-1)',
    padding: 'var(--space-2) var(--space-3)',
    fontFamily: 'system-ui, sans-serif',
    fontSize: 'var(--small)',
    lineHeight: '1.45',
  },
  '.cm-completionInfo .cm-hint': { padding: '0' },
  '.cm-hint p': { margin: '0' },
  '.cm-hint .name': { fontFamily: 'var(--mono)', fontWeight: '700' },
  '.cm-hint code': { fontFamily: 'var(--mono)' },
  '.cm-hint .kind': { color: 'var(--muted)' },
});

const lint = EditorView.theme({
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--danger) 1.5px',
    textUnderlineOffset: '0.25em',
  },
  '.cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--warning) 1.5px',
    textUnderlineOffset: '0.25em',
  },
  '.cm-diagnostic': {
    padding: 'var(--space-2) var(--space-3)',
    fontFamily: 'system-ui, sans-serif',
    fontSize: 'var(--small)',
  },
  '.cm-diagnostic-error': { borderInlineStart: '4px solid var(--danger)' },
  '.cm-diagnostic-warning': { borderInlineStart: '4px solid var(--warning)' },
  '.cm-lint-marker': { inlineSize: '0.7rem', blockSize: '0.7rem', borderRadius: '50%' },
  // The pictures of CodeMirror are not in our colors.
  '.cm-lint-marker-error': { content: 'none', background: 'var(--danger)' },
  '.cm-lint-marker-warning': { content: 'none', background: 'var(--warning)' },
});

const panels = EditorView.theme({
  '.cm-panels': { backgroundColor: 'var(--surface)', color: 'var(--text)', zIndex: '5' },
  '.cm-panels.cm-panels-top': { borderBottom: '1px solid var(--line)' },
  '.cm-panel.cm-search': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 'var(--space-1) var(--space-2)',
    padding: 'var(--space-2)',
    paddingInlineEnd: '2.75rem',
    fontFamily: 'system-ui, sans-serif',
    fontSize: 'var(--small)',
  },
  '.cm-panel.cm-search br': { display: 'none' },
  '.cm-panel.cm-search label': {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 'var(--space-1)',
    minBlockSize: '1.75rem',
    fontSize: 'var(--small)',
    margin: '0',
  },
  '.cm-panel.cm-search input[type=checkbox]': {
    inlineSize: '1rem',
    blockSize: '1rem',
    margin: '0',
    accentColor: 'var(--accent)',
  },
  '.cm-panel.cm-search :is(input, button)': { boxSizing: 'border-box', margin: '0' },
  '.cm-panel.cm-search .cm-textfield': {
    flex: '1 1 11rem',
    minInlineSize: '0',
    minBlockSize: '2rem',
    padding: 'var(--space-1) var(--space-2)',
    border: '1px solid var(--control)',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--page)',
    color: 'var(--text)',
    font: 'inherit',
  },
  '.cm-panel.cm-search .cm-button': {
    minBlockSize: '2rem',
    padding: 'var(--space-1) var(--space-2)',
    border: '1px solid var(--control)',
    borderRadius: 'var(--radius)',
    background: 'var(--surface)',
    color: 'var(--text)',
    font: 'inherit',
    textTransform: 'none',
    cursor: 'pointer',
  },
  '.cm-panel.cm-search .cm-button:hover': { background: 'var(--raised)' },
  '.cm-panel.cm-search [name=close]': {
    // The base has it at the right also where text runs to the left.
    right: 'auto',
    insetBlockStart: 'var(--space-2)',
    insetInlineEnd: 'var(--space-1)',
    inlineSize: '2rem',
    blockSize: '2rem',
    color: 'var(--text)',
    fontSize: 'var(--large)',
    cursor: 'pointer',
  },
  ':is(.cm-textfield, .cm-button, input, [name=close]):focus-visible': {
    outline: '3px solid var(--accent)',
    outlineOffset: '1px',
  },
});

/** The look of the editor, which follows the theme of the page through its custom properties. */
export const theme: Extension = [look, tooltips, lint, panels, syntaxHighlighting(highlight)];
