import { useState } from 'preact/hooks';
import { type Problem, problems, video } from '../../document/index.js';
import { placeOf } from '../../document/parse-text.js';
import { texts } from '../../texts/index.js';
import { Icon } from '../../ui/icon.js';
import { isChecking } from '../validation/watch-validation.js';
import './problems-bar.css';

export interface ProblemsBarProps {
  /** Called after a problem was selected. Null: the text is not JSON there. */
  readonly onGo: (pointer: string | null) => void;
}

interface Entry extends Pick<Problem, 'message' | 'severity'> {
  readonly pointer: string | null;
  readonly line: number;
}

/** Says how many problems there are, and lists them. A click on one goes to its place. */
export function ProblemsBar({ onGo }: ProblemsBarProps) {
  const [isOpen, setOpen] = useState(false);
  const { error } = video.parsed.value;
  const found: Entry[] = [
    ...(error === null ? [] : [{ ...error, severity: 'error' as const, pointer: null }]),
    ...problems.value.map((problem) => ({ ...problem, line: lineOf(problem) })),
  ];
  const { problems: words } = texts.write;
  const isClean = found.length === 0;
  const state = isClean
    ? isChecking.value
      ? words.checking
      : words.none
    : words.some(found.length);
  return (
    <div class={`problems-bar ${isClean ? 'clean' : ''}`}>
      {isOpen && !isClean && (
        <ul aria-label={words.heading}>
          {found.map((entry, index) => (
            <li key={index}>
              <Line entry={entry} onGo={onGo} />
            </li>
          ))}
        </ul>
      )}
      {/* Around the button: a status within it would not be part of its name. */}
      <div role="status">
        <button
          type="button"
          class="problems-summary"
          aria-expanded={isClean ? undefined : isOpen}
          disabled={isClean}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name={isClean ? 'check' : 'error'} />
          {state}
        </button>
      </div>
    </div>
  );
}

function lineOf({ pointer }: Problem): number {
  return placeOf(video.text.value, video.nearestRange(pointer).from).line;
}

function Line({ entry, onGo }: { entry: Entry } & ProblemsBarProps) {
  const { pointer, message, severity, line } = entry;
  const go = () => {
    // Also if it is selected already: the editor may be elsewhere.
    video.selection.value = '';
    video.selection.value = pointer ?? '';
    onGo(pointer);
  };
  return (
    <button type="button" class={severity} onClick={go} title={texts.write.problems.go}>
      <span class="problem-place">{texts.write.problems.line(line)}</span>
      <span>
        <span class="visually-hidden">{texts.write.problems.severity[severity]}: </span>
        {message}
      </span>
    </button>
  );
}
