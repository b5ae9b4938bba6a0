import { useId } from 'preact/hooks';
import { video } from '../document/index.js';
import { texts } from '../texts/index.js';
import './plain-editor.css';

/** The text in a field of the browser. */
export default function PlainEditor() {
  const id = useId();
  return (
    <div class="plain-editor">
      <label class="visually-hidden" for={id}>
        {texts.workbench.plainEditor}
      </label>
      <textarea
        id={id}
        spellcheck={false}
        autocomplete="off"
        value={video.text.value}
        onInput={(event) => video.setText(event.currentTarget.value, { group: 'typing' })}
        onBlur={() => video.endGroup()}
      />
    </div>
  );
}
