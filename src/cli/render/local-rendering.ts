import { join } from 'node:path';
import { overallProgress } from '../../core/job/steps.js';
import type { RenderContext } from '../../pipeline/types/render-context.js';
import type { RenderFolder } from '../files/render-folder.js';
import { printRetry } from '../terminal/print-retry.js';
import type { ProgressBar } from '../terminal/progress-bar.js';

/** How the command line renders: in a folder of its own, from local files, with its progress in a bar. */
export function localRendering(
  folder: RenderFolder,
  bar: ProgressBar,
  signal: AbortSignal,
): RenderContext {
  let progress = 0;
  return {
    signal,
    workDir: folder.path,
    outputDir: join(folder.path, 'finished'),
    localSources: true,
    onProgress: (step, fraction) => {
      // A step that goes on after another one starts again from its beginning.
      progress = Math.max(progress, overallProgress(step, fraction));
      bar.show(progress, step);
    },
    onSourceRetry: (retry) => {
      bar.end();
      printRetry(`the source of ${retry.pointer}`, retry);
    },
  };
}
