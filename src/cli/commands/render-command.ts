import type { INestApplicationContext } from '@nestjs/common';
import { commandConfig } from '../terminal/command-config.js';
import { FontCatalog } from '../../engine/fonts/font-catalog.js';
import { MovingSegmentEncoder } from '../../engine/render/encoders/moving-segment-encoder.js';
import { PipelineModule } from '../../pipeline/pipeline.module.js';
import { RendererService } from '../../pipeline/renderer.service.js';
import { openCommandApp } from '../command-app.js';
import { STANDARD_INPUT } from '../files/read-text-file.js';
import { claimStandardOutput } from '../terminal/claimed-output.js';
import { InputError } from '../input-error.js';
import { RenderRun, type RunOptions } from '../render/render-run.js';
import { streamTarget } from '../render/video-target.js';
import { watchRun } from '../render/watch-run.js';
import { printWarnings } from '../terminal/exit.js';
import { isStandardOutput, refuseTerminal } from '../terminal/standard-streams.js';
import { printFailureOrStop, stopSignal } from '../terminal/stop-signal.js';

interface RenderOptions extends RunOptions {
  readonly watch?: boolean;
}

/** Renders a project file once for each set of variables. Paths in it are relative to the file. */
export async function renderCommand(file: string, options: RenderOptions): Promise<void> {
  const signal = stopSignal();
  let app: INestApplicationContext | null = null;
  try {
    refuseContradictions(file, options);
    const config = commandConfig();
    const stream = isStandardOutput(options.output) ? streamTarget(claimStandardOutput()) : null;
    app = await openCommandApp(config, PipelineModule);
    printWarnings(app.get(MovingSegmentEncoder).warnings);
    const [fonts, renderer] = [app.get(FontCatalog), app.get(RendererService)];
    const run = new RenderRun(file, options, { config, fonts, renderer, stream });
    if (options.watch === true) await watchRun(run, signal);
    else await run.render(signal);
  } catch (error) {
    printFailureOrStop(error, signal);
  } finally {
    await app?.close();
  }
}

/** @throws InputError for options that make no sense together */
function refuseContradictions(
  file: string,
  { output, watch, json, variables }: RenderOptions,
): void {
  if (watch === true && [file, variables].includes(STANDARD_INPUT)) {
    throw new InputError('The standard input cannot be watched. Save it as a file.');
  }
  if (!isStandardOutput(output)) return;
  const other = [
    ...(watch === true ? ['--watch'] : []),
    ...(json === true ? ['--json'] : []),
    ...(variables !== undefined ? ['--variables'] : []),
  ];
  if (other.length > 0) {
    throw new InputError(
      `The standard output takes one video and nothing else. Remove ${other.join(' and ')}, or write a file.`,
    );
  }
  refuseTerminal('video');
}
