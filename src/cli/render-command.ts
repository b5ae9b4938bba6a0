import type { INestApplicationContext } from '@nestjs/common';
import { dirname, join, resolve } from 'node:path';
import { loadConfig } from '../config/load-config.js';
import { overallProgress } from '../core/job/steps.js';
import type { Project } from '../core/project/types/index.js';
import { FontCatalogue } from '../engine/fonts/font-catalogue.js';
import { MovingEncoder } from '../engine/render/moving-encoder.js';
import { PipelineModule } from '../pipeline/pipeline.module.js';
import { RendererService } from '../pipeline/renderer.service.js';
import { checkOutputs } from './check-outputs.js';
import { openCommandApp } from './command-app.js';
import { printIssues, printWarnings } from './exit.js';
import { printRetry } from './print-retry.js';
import { outputPaths } from './output-paths.js';
import { placeFiles } from './place-files.js';
import { ProgressBar } from './progress-bar.js';
import { readProjects } from './read-project.js';
import { openRenderFolder, type RenderFolder } from './render-folder.js';
import { outputClosed } from './standard-streams.js';
import { printEnd, stopSignal } from './stop-signal.js';
import type { VariableOptions } from './variable-sets.js';

interface RenderOptions extends VariableOptions {
  readonly output: string;
  readonly json?: boolean;
}

/**
 * Renders a project file, once for each set of variables; paths in it are relative to the file. All
 * sets are checked before the first is rendered. One that fails does not stop the others.
 */
export async function renderCommand(file: string, options: RenderOptions): Promise<void> {
  const signal = stopSignal();
  let app: INestApplicationContext | null = null;
  try {
    const config = loadConfig(process.env);
    app = await openCommandApp(config, PipelineModule);
    const read = await readProjects(file, app.get(FontCatalogue), config.subtitles, options);
    printWarnings(read.warnings);
    for (const one of read.projects) if (!one.ok) printIssues(one.where ?? file, one.issues);
    const projects = read.projects.flatMap((one) => (one.ok ? [one.project] : []));
    if (projects.length < read.projects.length) return;
    const paths = outputPaths(
      options.output,
      read.projects.map(({ variables }) => variables),
    );
    const jobs = projects.map((project, index) => ({ project, outputPath: paths[index]! }));
    await checkOutputs(jobs, { project: file, variables: options.variables ?? null });
    printWarnings(app.get(MovingEncoder).warnings);
    process.chdir(dirname(resolve(file)));
    const renderer = app.get(RendererService);
    for (const job of jobs) {
      if (outputClosed.aborted) break;
      // A run that makes nothing any more must not end as one that did.
      signal.throwIfAborted();
      await renderOne({ ...job, dataDir: config.dataDir }, renderer, signal, options.json ?? false);
    }
  } catch (error) {
    printEnd(error, signal);
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
        printRetry(`The source of ${retry.pointer}`, retry);
      },
    });
    const paths = await placeFiles(report.outputDir, report.files, outputPath);
    bar.end();
    const { outputDir: _, files, ...rest } = report;
    const placed = files.map((one, index) => ({ path: paths[index], ...one }));
    if (json) {
      process.stdout.write(`${JSON.stringify({ outputPath, files: placed, ...rest })}\n`);
    } else {
      const seconds = report.durationSeconds.toFixed(2);
      process.stdout.write(
        `${outputPath}: ${seconds} s, ${report.frames} frames, ${files[0]!.sizeBytes} bytes\n`,
      );
      printWarnings(report.warnings);
    }
  } catch (error) {
    bar.end();
    printEnd(error, signal);
  } finally {
    await folder?.close();
  }
}
