import type { INestApplicationContext } from '@nestjs/common';
import { dirname, join, resolve } from 'node:path';
import { loadConfig } from '../../config/load-config.js';
import { overallProgress } from '../../core/job/steps.js';
import type { Project } from '../../core/project/types/project.js';
import { FontCatalog } from '../../engine/fonts/font-catalog.js';
import { MovingSegmentEncoder } from '../../engine/render/encoders/moving-segment-encoder.js';
import type { RenderReport } from '../../pipeline/types/render-context.js';
import { PipelineModule } from '../../pipeline/pipeline.module.js';
import { RendererService } from '../../pipeline/renderer.service.js';
import { checkOutputs } from '../files/check-outputs.js';
import { openCommandApp } from '../command-app.js';
import { printIssues, printWarnings } from '../terminal/exit.js';
import { printRetry } from '../terminal/print-retry.js';
import { outputPaths } from '../files/output-paths.js';
import { moveOutputFiles } from '../files/move-output-files.js';
import { ProgressBar } from '../terminal/progress-bar.js';
import { readProjects } from './read-projects.js';
import { openRenderFolder, type RenderFolder } from '../files/render-folder.js';
import { outputClosed } from '../terminal/standard-streams.js';
import { printFailureOrStop, stopSignal } from '../terminal/stop-signal.js';
import type { VariableOptions } from '../variables/variable-sets.js';

interface RenderOptions extends VariableOptions {
  readonly output: string;
  readonly json?: boolean;
}

/**
 * Renders a project file once for each set of variables. Paths in it are relative to the file. All sets are
 * checked before the first is rendered. A failure does not stop the others.
 */
export async function renderCommand(file: string, options: RenderOptions): Promise<void> {
  const signal = stopSignal();
  let app: INestApplicationContext | null = null;
  try {
    const config = loadConfig(process.env);
    app = await openCommandApp(config, PipelineModule);
    const read = await readProjects(file, app.get(FontCatalog), config, options);
    printWarnings(read.warnings);
    for (const result of read.projects) {
      if (!result.ok) printIssues(result.where ?? file, result.issues);
    }
    const projects = read.projects.flatMap((result) => (result.ok ? [result.project] : []));
    if (projects.length < read.projects.length) return;
    const paths = outputPaths(
      options.output,
      read.projects.map(({ variables }) => variables),
    );
    const jobs = projects.map((project, index) => ({ project, outputPath: paths[index]! }));
    await checkOutputs(jobs, { project: file, variables: options.variables ?? null });
    printWarnings(app.get(MovingSegmentEncoder).warnings);
    process.chdir(dirname(resolve(file)));
    const renderer = app.get(RendererService);
    for (const job of jobs) {
      if (outputClosed.aborted) break;
      // A stopped run must not end with status 0.
      signal.throwIfAborted();
      await renderOne({ ...job, dataDir: config.dataDir }, renderer, signal, options.json ?? false);
    }
  } catch (error) {
    printFailureOrStop(error, signal);
  } finally {
    await app?.close();
  }
}

async function renderOne(
  { project, outputPath, dataDir }: { project: Project; outputPath: string; dataDir: string },
  renderer: RendererService,
  signal: AbortSignal,
  json: boolean,
): Promise<void> {
  const bar = new ProgressBar(process.stderr);
  let folder: RenderFolder | null = null;
  try {
    folder = await openRenderFolder(dataDir);
    const workDir = folder.path;
    const report = await renderer.render(project, {
      signal,
      workDir,
      outputDir: join(workDir, 'finished'),
      localSources: true,
      onProgress: (step, fraction) => bar.show(overallProgress(step, fraction), step),
      onSourceRetry: (retry) => {
        bar.end();
        printRetry(`the source of ${retry.pointer}`, retry);
      },
    });
    const paths = await moveOutputFiles(report.outputDir, report.files, outputPath);
    bar.end();
    if (json) printJson(report, outputPath, paths);
    else printSummary(report, outputPath);
  } catch (error) {
    bar.end();
    printFailureOrStop(error, signal);
  } finally {
    await folder?.close();
  }
}

function printJson(report: RenderReport, outputPath: string, paths: readonly string[]): void {
  const { outputDir: _, files, ...rest } = report;
  const finished = files.map((file, index) => ({ path: paths[index], ...file }));
  process.stdout.write(`${JSON.stringify({ outputPath, files: finished, ...rest })}\n`);
}

function printSummary(report: RenderReport, outputPath: string): void {
  const { durationSeconds, frames, files, warnings } = report;
  process.stdout.write(
    `${outputPath}: ${durationSeconds.toFixed(2)} s, ${frames} frames, ${files[0]!.sizeBytes} bytes\n`,
  );
  printWarnings(warnings);
}
