import { useState } from 'preact/hooks';
import { video } from '../document/index.js';
import { texts } from '../texts/index.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/field.js';
import { showToast } from '../ui/toast.js';
import { findWords, replaceFound } from './find-words.js';
import { correct, transcript } from './transcript-state.js';

export interface FindReplaceProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
}

/** Finds words and phrases, and replaces them. */
export function FindReplace({ query, onQuery }: FindReplaceProps) {
  const [replacement, setReplacement] = useState('');
  const [isOpen, setOpen] = useState(false);
  const { words } = transcript.value;
  const found = findWords(words, query);
  const labels = texts.captions.find;

  function next(): void {
    const now = video.playhead.peek();
    const target = found.find(({ from }) => words[from]!.start > now + 0.001) ?? found[0];
    if (target !== undefined) video.playhead.value = words[target.from]!.start;
  }

  function replaceAll(): void {
    correct(found.map((place) => replaceFound(words, place, replacement)));
    showToast(labels.replaced(found.length));
  }

  if (!isOpen) {
    return (
      <Button variant="quiet" icon="search" aria-expanded={false} onClick={() => setOpen(true)}>
        {labels.open}
      </Button>
    );
  }
  return (
    <search class="find-replace">
      <TextField type="search" label={labels.find} value={query} onValue={onQuery} />
      <TextField label={labels.replace} value={replacement} onValue={setReplacement} />
      <p role="status">{query.trim() === '' ? '' : labels.count(found.length)}</p>
      <Button disabled={found.length === 0} onClick={next}>
        {labels.next}
      </Button>
      <Button disabled={found.length === 0} onClick={replaceAll}>
        {labels.replaceAll}
      </Button>
      <Button
        variant="quiet"
        onClick={() => {
          setOpen(false);
          onQuery('');
        }}
      >
        {texts.ui.close}
      </Button>
    </search>
  );
}
