import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, indentWithTab } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import {
  bracketMatching,
  codeFolding,
  foldGutter,
  foldKeymap,
  indentOnInput,
  indentUnit,
} from '@codemirror/language';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import {
  crosshairCursor,
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  rectangularSelection,
} from '@codemirror/view';
import { video } from '../../document/index.js';
import { texts } from '../../texts/index.js';
import { formatDocument } from './commands.js';
import { complete } from './complete.js';
import { decorations } from './decorations.js';
import { hover } from './hover.js';
import { followProblems } from './diagnostics.js';
import { phrases } from './phrases.js';
import { followDocument, reportChanges } from './sync.js';
import { theme } from './theme.js';

/** The keys of the document are those of the page: one history for all panels. */
const keys = keymap.of([
  { key: 'Mod-z', run: () => history(() => video.undo()), preventDefault: true },
  { key: 'Mod-y', run: () => history(() => video.redo()), preventDefault: true },
  { key: 'Mod-Shift-z', run: () => history(() => video.redo()), preventDefault: true },
  { key: 'Shift-Alt-f', run: formatDocument, preventDefault: true },
  { key: 'Tab', run: acceptCompletion },
  ...closeBracketsKeymap,
  ...defaultKeymap,
  ...searchKeymap,
  ...foldKeymap,
  ...completionKeymap,
  ...lintKeymap,
  indentWithTab,
]);

/**
 * Makes the editor of the document of the page. It is in a shadow tree, because there CodeMirror adds its styles as
 * objects: the policy of the page allows no style elements.
 *
 * @param describedBy the element of the shadow tree that says how to leave the editor
 */
export function createEditor(parent: Element, root: ShadowRoot, describedBy: string) {
  const view = new EditorView({
    parent,
    root,
    state: EditorState.create({
      doc: video.text.peek(),
      extensions: extensions(describedBy),
    }),
  });
  const ends = [followDocument(view), followProblems(view)];
  return {
    view,
    destroy(): void {
      ends.forEach((end) => end());
      view.destroy();
    },
  };
}

function extensions(describedBy: string): Extension {
  return [
    // Lines end as the document says, so that places are the same in both.
    EditorState.lineSeparator.of('\n'),
    EditorState.allowMultipleSelections.of(true),
    EditorState.phrases.of(phrases),
    indentUnit.of('  '),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({
      'aria-label': texts.write.editorLabel,
      'aria-describedby': describedBy,
    }),
    lintGutter(),
    lineNumbers(),
    foldGutter(),
    codeFolding(),
    drawSelection(),
    dropCursor(),
    rectangularSelection(),
    crosshairCursor(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSelectionMatches(),
    search({ top: true }),
    json(),
    autocompletion({ override: [complete], icons: false, maxRenderedOptions: 80 }),
    hover,
    decorations,
    // CodeMirror would insert the content of files.
    EditorView.domEventHandlers({
      drop: ({ dataTransfer }) => (dataTransfer?.files.length ?? 0) > 0,
    }),
    reportChanges,
    theme,
    keys,
  ];
}

function history(step: () => void): boolean {
  step();
  return true;
}
