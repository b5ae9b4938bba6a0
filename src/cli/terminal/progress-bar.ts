import type { WriteStream } from 'node:tty';

const WIDTH = 30;

/** A progress bar on one line of a terminal. Writes nothing if the stream is not a terminal. */
export class ProgressBar {
  private shown = '';

  constructor(private readonly stream: WriteStream) {}

  /** @param progress 0 to 100 */
  show(progress: number, step: string): void {
    const filled = Math.round((progress / 100) * WIDTH);
    const line = `[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${progress.toFixed(0).padStart(3)} % ${step}`;
    if (!this.stream.isTTY || line === this.shown) return;
    this.shown = line;
    this.stream.write(`\r\u001b[K${line}`);
  }

  end(): void {
    if (this.shown !== '') this.stream.write('\r\u001b[K');
    this.shown = '';
  }
}
