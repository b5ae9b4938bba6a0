import { texts } from '../texts/index.js';
import './progress-bar.css';

export interface ProgressBarProps {
  /** 0 to 100; null while nobody knows. */
  readonly percent: number | null;
  readonly label?: string;
}

/** How far something is. */
export function ProgressBar({ percent, label = texts.ui.progress }: ProgressBarProps) {
  return percent === null ? (
    <progress class="progress" aria-label={label} />
  ) : (
    <progress class="progress" aria-label={label} max={100} value={percent} />
  );
}
