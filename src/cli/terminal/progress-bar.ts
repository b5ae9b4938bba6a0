import type { WriteStream } from 'node:tty';
import { formatDuration, TimeLeft } from './time-left.js';

const WIDTH = 30;
/** A terminal that does not tell its width, as in some containers. */
const USUAL_COLUMNS = 80;
const NARROWEST_BAR = 8;

/**
 * A progress bar on one line of a terminal, with the time that is left. Writes nothing if the stream is not a terminal,
 * or one that cannot move its cursor.
 */
export class ProgressBar {
  private shown = '';
  private readonly timeLeft = new TimeLeft(performance.now());
  private readonly canDraw: boolean;

  constructor(private readonly stream: WriteStream) {
    this.canDraw = stream.isTTY && process.env['TERM'] !== 'dumb';
  }

  /** @param progress 0 to 100 */
  show(progress: number, step: string): void {
    if (!this.canDraw) return;
    const seconds = this.timeLeft.seconds(progress, performance.now());
    // Terminals report 0 columns while they do not know. A full last column would wrap the line in some.
    const columns = (this.stream.columns || USUAL_COLUMNS) - 1;
    const line = progressLine({ progress, step, seconds }, columns);
    if (line === this.shown) return;
    this.shown = line;
    this.stream.write(`\r\u001b[K${line}`);
  }

  end(): void {
    if (this.shown !== '') this.stream.write('\r\u001b[K');
    this.shown = '';
  }
}

interface Shown {
  readonly progress: number;
  readonly step: string;
  readonly seconds: number | null;
}

/** A line that is never wider than the terminal: a line that wraps would stay and repeat. */
export function progressLine({ progress, step, seconds }: Shown, columns: number): string {
  const percent = `${progress.toFixed(0).padStart(3)} %`;
  const left = seconds === null ? '' : `, ${formatDuration(seconds)} left`;
  const words = `${percent} ${step}${left}`;
  const width = Math.min(WIDTH, columns - widthOf(words) - 3);
  if (width >= NARROWEST_BAR) {
    const filled = Math.round((progress / 100) * width);
    return `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${words}`;
  }
  return clip(`${percent}${left} ${step}`, columns);
}

/** Letters that most terminals draw two columns wide. */
const WIDE =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{Emoji_Presentation}\uff00-\uff60]/u;

function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += WIDE.test(letter) ? 2 : 1;
  return width;
}

function clip(text: string, columns: number): string {
  let width = 0;
  let kept = '';
  for (const letter of text) {
    width += widthOf(letter);
    if (width > columns) break;
    kept += letter;
  }
  return kept;
}
