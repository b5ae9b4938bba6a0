import { basename } from 'node:path';
import { FileChanges } from '../files/file-changes.js';
import { Outdated, printFailureOrStop } from '../terminal/stop-signal.js';
import type { RenderRun } from './render-run.js';
import { counted } from '../../core/util/counted.js';

/**
 * Renders, and again whenever the project or a file that it uses changes, until the signal is aborted. A change stops a
 * render that still runs. No failure ends it.
 */
export async function watchRun(run: RenderRun, signal: AbortSignal): Promise<void> {
  const changes = new FileChanges();
  await changes.watch(run.ownFiles);
  for (;;) {
    const outdated = new AbortController();
    const change = changes.next(signal).then((path) => {
      outdated.abort(new Outdated());
      return path;
    });
    await round(run, changes, { stop: signal, outdated: outdated.signal });
    const path = await change;
    if (path === null) break;
    say(`${basename(path)} has changed.`);
  }
  signal.throwIfAborted();
}

interface RoundSignals {
  readonly stop: AbortSignal;
  readonly outdated: AbortSignal;
}

async function round(
  run: RenderRun,
  changes: FileChanges,
  { stop, outdated }: RoundSignals,
): Promise<void> {
  const signal = AbortSignal.any([stop, outdated]);
  try {
    await run.render(signal, (sources) => changes.watch([...run.ownFiles, ...sources]));
  } catch (error) {
    if (!stop.aborted) printFailureOrStop(error, signal);
  }
  if (signal.aborted) return;
  say(`Watching ${counted(changes.count, 'file')}. Press Ctrl-C to end.`);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
