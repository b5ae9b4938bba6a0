import { useComputed } from '@preact/signals';
import { type ComponentChildren, Fragment } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { video } from '../document/index.js';
import { texts } from '../texts/index.js';
import { EmptyState } from '../ui/empty-state.js';
import { captionSettings, keywordsOf } from './caption-settings.js';
import { findWords } from './find-words.js';
import { FindReplace } from './find-replace.js';
import { isTimelineBusy, timeline } from '../timeline/timeline-store.js';
import { formatTime, rowsOf, wordAt } from './transcript-rows.js';
import { correct, transcript } from './transcript-state.js';
import { removed, type TranscriptWord } from './transcript.js';
import { WordEditor } from './word-editor.js';

/** The words of the video, as text. */
export function TranscriptView() {
  const [selected, setSelected] = useState<number | null>(null);
  const [query, setQuery] = useState('');
  const { words } = transcript.value;
  const captions = timeline.value?.captions ?? [];
  const rows = useMemo(() => rowsOf(words, captions), [words, captions]);
  const current = useComputed(() => wordAt(transcript.value.words, video.playhead.value));
  const keywords = keywordsOf(captionSettings());
  const marked = useMemo(() => marks(words, keywords), [words, keywords.join('\n')]);
  const found = useMemo(() => new Set(placesOf(findWords(words, query))), [words, query]);
  if (words.length === 0) {
    const { noWords, noWordsAbout } = texts.captions;
    return <EmptyState heading={noWords} about={noWordsAbout} />;
  }
  const open = selected !== null && selected < words.length ? selected : null;
  const state = { current: current.value, selected: open, marked, found };
  return (
    <>
      <FindReplace query={query} onQuery={setQuery} />
      <Status />
      <Rows {...{ rows, words, state }} onSelect={setSelected}>
        {open !== null && (
          <WordEditor key={open} at={open} isKeyword={marked.has(open)} onSelect={setSelected} />
        )}
      </Rows>
    </>
  );
}

interface State {
  readonly current: number;
  readonly selected: number | null;
  readonly marked: ReadonlySet<number>;
  readonly found: ReadonlySet<number>;
}

interface RowsProps {
  readonly rows: ReturnType<typeof rowsOf>;
  readonly words: readonly TranscriptWord[];
  readonly state: State;
  readonly onSelect: (at: number | null) => void;
  /** The editor, below the row of the selected word. */
  readonly children: ComponentChildren;
}

function Rows({ rows, words, state, onSelect, children }: RowsProps) {
  const list = useRef<HTMLOListElement>(null);
  const { selected, current } = state;
  const focusable = selected ?? Math.max(0, current);
  const focus = (at: number) =>
    list.current?.querySelector<HTMLElement>(`[data-word="${at}"]`)?.focus();

  function onKeyDown(event: KeyboardEvent): void {
    const at = Number((event.target as HTMLElement).dataset['word'] ?? NaN);
    if (Number.isNaN(at)) return;
    const isRightToLeft = getComputedStyle(list.current!).direction === 'rtl';
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step !== undefined) {
      focus(Math.min(words.length - 1, Math.max(0, at + (isRightToLeft ? -step : step))));
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      correct([removed(at)]);
      requestAnimationFrame(() => focus(Math.min(at, words.length - 2)));
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  function select(at: number): void {
    video.playhead.value = words[at]!.start;
    onSelect(selected === at ? null : at);
  }

  return (
    <ol class="transcript" aria-label={texts.captions.transcript} ref={list} onKeyDown={onKeyDown}>
      {rows.map(({ start, from, to }) => (
        <li key={from}>
          <button
            type="button"
            class="transcript-time"
            aria-label={texts.captions.goTo(formatTime(start))}
            onClick={() => {
              video.playhead.value = start;
            }}
          >
            {formatTime(start)}
          </button>
          <p dir="auto">
            {words.slice(from, to).map((word, index) => {
              const at = from + index;
              return (
                <Fragment key={at}>
                  <button
                    type="button"
                    data-word={at}
                    class={classOf(at, state)}
                    tabIndex={at === focusable ? 0 : -1}
                    aria-pressed={at === selected}
                    aria-current={at === current ? 'time' : undefined}
                    title={texts.captions.wordTimes(formatTime(word.start), formatTime(word.end))}
                    onClick={() => select(at)}
                  >
                    {word.word}
                  </button>{' '}
                </Fragment>
              );
            })}
          </p>
          {selected !== null && selected >= from && selected < to && children}
        </li>
      ))}
    </ol>
  );
}

/** Says how the times were found, and that they are being found. */
function Status() {
  const words = texts.captions;
  const method = timeline.value?.word_timing?.method;
  const known = words.methods[method as keyof typeof words.methods] ?? null;
  return (
    <p class="captions-status" role="status">
      {isTimelineBusy.value ? words.updating : known}
    </p>
  );
}

function classOf(at: number, { marked, found }: State): string {
  return ['transcript-word', marked.has(at) ? 'keyword' : '', found.has(at) ? 'found' : '']
    .join(' ')
    .trim();
}

/** The places of all keywords. */
function marks(words: readonly TranscriptWord[], keywords: readonly string[]): Set<number> {
  return new Set(keywords.flatMap((keyword) => placesOf(findWords(words, keyword))));
}

function placesOf(found: ReturnType<typeof findWords>): number[] {
  return found.flatMap(({ from, count }) => Array.from({ length: count }, (_, at) => from + at));
}
