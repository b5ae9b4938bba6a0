import { openSearchPanel } from '@codemirror/search';
import type { EditorView } from '@codemirror/view';
import { useEffect, useRef } from 'preact/hooks';
import { video } from '../../document/index.js';
import { texts } from '../../texts/index.js';
import { ProblemsBar } from '../problems/problems-bar.js';
import { loadSchema } from '../schema/load-schema.js';
import { watchValidation } from '../validation/watch-validation.js';
import { createEditor } from './create-view.js';
import { startOf } from './diagnostics.js';
import './editor.css';
import { EditorTools } from './editor-tools.js';
import { acceptsDrop, openDropped } from './drop.js';
import { revealRange } from './sync.js';

const HELP_ID = 'editor-help';

/** The JSON text of the video, in an editor that knows what can be written. */
export default function Editor() {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);

  useEffect(() => {
    loadSchema();
    watchValidation();
    const root = host.current!.shadowRoot ?? host.current!.attachShadow({ mode: 'open' });
    const parent = shadowContent(root);
    const editor = createEditor(parent, root, HELP_ID);
    view.current = editor.view;
    return () => {
      editor.destroy();
      view.current = null;
    };
  }, []);

  const find = () => {
    if (view.current !== null) openSearchPanel(view.current);
  };
  return (
    <div class="editor" onDragOverCapture={acceptsDrop} onDropCapture={openDropped}>
      <EditorTools onFind={find} />
      <div class="editor-host" ref={host} />
      <ProblemsBar
        onGo={(pointer) => {
          if (view.current !== null) showProblem(view.current, pointer);
        }}
      />
    </div>
  );
}

function showProblem(view: EditorView, pointer: string | null): void {
  const { error } = video.parsed.peek();
  if (pointer === null && error !== null) revealRange(view, error.offset);
  else if (pointer !== null) revealRange(view, startOf(pointer));
  view.focus();
}

/** The place of the editor, and what screen readers say of it. */
function shadowContent(root: ShadowRoot): Element {
  const help = document.createElement('p');
  help.id = HELP_ID;
  help.textContent = texts.write.editorHelp;
  help.hidden = true;
  const parent = document.createElement('div');
  parent.className = 'content';
  // JSON is written from left to right in all languages.
  parent.dir = 'ltr';
  root.replaceChildren(help, parent);
  return parent;
}
