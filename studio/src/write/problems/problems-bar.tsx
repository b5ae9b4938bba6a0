import { useState } from 'preact/hooks';
import { type Problem, problems, video } from '../../document/index.js';
import { placeOf } from '../../document/parse-text.js';
import { texts } from '../../texts/index.js';
import { Icon } from '../../ui/icon.js';
import { isChecking } from '../validation/watch-validation.js';
import './problems-bar.css';

export interface ProblemsBarProps {
  /** Called after a problem was selected. */
  readonly onGo: (pointer: string) => void;
}

/** Says how many problems there are, and lists them. A click on one goes to its place. */
export function ProblemsBar({ onGo }: ProblemsBarProps) {
  const [isOpen, setOpen] = useState(false);
  const found = problems.value;
  const { problems: words } = texts.write;
  const isClean = found.length === 0;
  const state = isClean ? (isChecking.value ? words.checking : words.none) : words.some(found.length);
  return (
    <div class={`problems-bar ${isClean ? 'clean' : ''}`}>
      {isOpen && !isClean && (
        <ul aria-label={words.heading}>
          {found.map((problem, index) => (
            <li key={index}>
              <Entry problem={problem} onGo={onGo} />
            </li>
          ))}
        </ul>
      )}
      <button
        type="button"
        class="problems-summary"
        aria-expanded={isClean ? undefined : isOpen}
        disabled={isClean}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name={isClean ? 'check' : 'error'} />
        <span role="status">{state}</span>
      </button>
    </div>
  );
}

function Entry({ problem, onGo }: { problem: Problem } & ProblemsBarProps) {
  const { pointer, message, severity } = problem;
  const { line } = placeOf(video.text.value, video.nearestRange(pointer).from);
  const go = () => {
    video.selection.value = '';
    video.selection.value = pointer;
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
