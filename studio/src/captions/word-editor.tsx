import { useEffect, useRef, useState } from 'preact/hooks';
import { texts } from '../texts/index.js';
import { Button, IconButton } from '../ui/button.js';
import { TextField } from '../ui/field.js';
import { showToast } from '../ui/toast.js';
import { captionSettings, keywordsOf, setSetting } from './caption-settings.js';
import { coreOf } from './find-words.js';
import { merged, removed, retimed, retyped, type Splice, split } from './transcript.js';
import { correct, transcript } from './transcript-state.js';
import { writingOf } from './write-correction.js';

export interface WordEditorProps {
  /** The place of the word in the transcript. */
  readonly at: number;
  readonly isKeyword: boolean;
  readonly onSelect: (at: number | null) => void;
}

/** Corrects a word: its text, its times, and whether it is one. */
export function WordEditor({ at, isKeyword, onSelect }: WordEditorProps) {
  const { words } = transcript.value;
  const { word, start, end } = words[at]!;
  const [text, setText] = useState(word);
  const field = useRef<HTMLInputElement>(null);
  const labels = texts.captions.editor;
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  // A correction changes the word while its field is shown.
  useEffect(() => setText(word), [word]);

  function apply(splice: Splice, next: number | null = at): void {
    if (correct([splice]) === 'all-words') showToast(labels.wroteAll);
    onSelect(next);
  }

  function commit(): void {
    if (text.trim() !== word) apply(retyped(words, at, text), text.trim() === '' ? null : at);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') onSelect(null);
    else if (event.key !== 'Enter') return;
    else if (text.trim() !== word) commit();
    else onSelect(at + 1 < words.length ? at + 1 : null);
    event.preventDefault();
    event.stopPropagation();
  }

  const writing = writingOf(transcript.value, retyped(words, at, text));
  const hasNext = at + 1 < words.length;
  return (
    <div class="word-editor" role="group" aria-label={labels.heading(word)}>
      <div class="word-fields">
        <div class="field">
          <label for="word-text">{labels.word}</label>
          <input
            ref={field}
            id="word-text"
            class="control"
            autocomplete="off"
            dir="auto"
            value={text}
            aria-describedby="word-note"
            onInput={({ currentTarget }) => setText(currentTarget.value)}
            onKeyDown={onKeyDown}
            onBlur={commit}
          />
        </div>
        <TimeField
          label={labels.start}
          value={start}
          onChange={(value) => apply(retimed(words, at, Math.min(value, end), end))}
        />
        <TimeField
          label={labels.end}
          value={end}
          onChange={(value) => apply(retimed(words, at, start, Math.max(value, start)))}
        />
      </div>
      <div class="word-actions">
        <Button
          variant="quiet"
          icon="split"
          title={labels.splitHelp}
          // The place of the caret goes with the focus.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => apply(split(words, at, caretOf(field.current, word)))}
          disabled={word.length < 2}
        >
          {labels.split}
        </Button>
        <Button
          variant="quiet"
          icon="merge"
          disabled={!hasNext}
          onClick={() => apply(merged(words, at))}
        >
          {labels.merge}
        </Button>
        <Button
          variant="quiet"
          icon="star"
          aria-pressed={isKeyword}
          onClick={() => toggleKeyword(word, isKeyword)}
        >
          {labels.keyword}
        </Button>
        <Button variant="quiet" icon="trash" onClick={() => apply(removed(at), null)}>
          {labels.remove}
        </Button>
        <IconButton icon="close" label={labels.close} onClick={() => onSelect(null)} />
      </div>
      <p id="word-note" class="word-note">
        {labels.writings[writing]}
      </p>
    </div>
  );
}

interface TimeFieldProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (seconds: number) => void;
}

/** A time in seconds, to the millisecond. It is written when someone has finished. */
function TimeField({ label, value, onChange }: TimeFieldProps) {
  const [text, setText] = useState<string | null>(null);
  const shown = text ?? value.toFixed(3);
  const commit = () => {
    const seconds = Number(shown);
    setText(null);
    const isValid = shown.trim() !== '' && Number.isFinite(seconds) && seconds >= 0;
    if (text !== null && isValid && seconds !== value) onChange(seconds);
  };
  return (
    <div onKeyDown={(event) => event.key === 'Enter' && commit()}>
      <TextField
        label={label}
        type="number"
        min={0}
        step={0.01}
        value={shown}
        onValue={setText}
        onBlur={commit}
      />
    </div>
  );
}

/** Where a word is cut: at the caret, or in its middle. */
function caretOf(field: HTMLInputElement | null, word: string): number {
  const at = field?.selectionStart ?? 0;
  const isInside = field?.selectionStart === field?.selectionEnd && at > 0 && at < word.length;
  return isInside ? at : Math.ceil(word.length / 2);
}

function toggleKeyword(word: string, isKeyword: boolean): void {
  const core = coreOf(word);
  const others = keywordsOf(captionSettings()).filter((keyword) => coreOf(keyword) !== core);
  const list = isKeyword ? others : [...others, core];
  setSetting('keywords', list.length === 0 ? undefined : list);
}
