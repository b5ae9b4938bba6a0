import { join } from 'node:path';
import { risingProgress } from '../../core/job/steps.js';
import type { RenderContext } from '../../pipeline/types/render-context.js';
import type { RenderFolder } from '../../engine/files/render-folder.js';
import { printRetry } from '../terminal/print-retry.js';
import type { ProgressBar } from '../terminal/progress-bar.js';

/** How the command line renders: in a folder of its own, from local files, with its progress in a bar. */
export function localRendering(
  folder: RenderFolder,
  bar: ProgressBar,
  signal: AbortSignal,
): RenderContext {
  const progressOf = risingProgress();
  return {
    signal,
    workDir: folder.path,
    outputDir: join(folder.path, 'finished'),
    localSources: true,
    onProgress: (step, fraction) => bar.show(progressOf(step, fraction), step),
    onSourceRetry: (retry) => {
      bar.end();
      printRetry(`the source of ${retry.pointer}`, retry);
    },
  };
}
