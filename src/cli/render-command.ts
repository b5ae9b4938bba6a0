import { dirname, join, resolve } from 'node:path';
import { loadConfig } from '../config/load-config.js';
import { overallProgress } from '../core/job/steps.js';
import type { Project } from '../core/project/types.js';
import { createEngines } from '../pipeline/create-engines.js';
import type { RenderEngines } from '../pipeline/render-context.js';
import { renderVideo } from '../pipeline/render-video.js';
import { checkOutputs } from './check-outputs.js';
import { printFailure, printIssues, printWarnings } from './exit.js';
import { printRetry } from './print-retry.js';
import { outputPaths } from './output-paths.js';
import { placeFiles } from './place-files.js';
import { ProgressBar } from './progress-bar.js';
import { readProjects } from './read-project.js';
import { openRenderFolder, type RenderFolder } from './render-folder.js';
import { outputClosed } from './standard-streams.js';
import type { VariableOptions } from './variable-sets.js';

const STOPPED = 'Stopped.';

interface RenderOptions extends VariableOptions {
  readonly output: string;
  readonly json?: boolean;
}

/**
 * Renders a project file, once for each set of variables; paths in it are relative to the file. All
 * sets are checked before the first is rendered. One that fails does not stop the others.
 */
export async function renderCommand(file: string, options: RenderOptions): Promise<void> {
  const signal = AbortSignal.any([stopSignal(), outputClosed]);
  try {
    const config = loadConfig(process.env);
    const engines = await createEngines(config, process.env['PATH'] ?? '');
    const read = await readProjects(file, engines.fonts, config.subtitles, options);
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
    printWarnings(engines.encoder.warnings);
    process.chdir(dirname(resolve(file)));
    for (const job of jobs) {
      if (signal.aborted) throw new Error(STOPPED);
      await renderOne({ ...job, dataDir: config.dataDir }, engines, signal, options.json ?? false);
    }
  } catch (error) {
    printFailure(error);
  }
}

/** Aborted when the user or the system wants the run to end. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(name, () => stop.abort());
  }
  return stop.signal;
}

/** @throws Error when it is stopped; other failures are told, as the next set may do better */
async function renderOne(
  { project, outputPath, dataDir }: { project: Project; outputPath: string; dataDir: string },
  engines: RenderEngines,
  signal: AbortSignal,
  json: boolean,
): Promise<void> {
  const bar = new ProgressBar(process.stderr);
  let folder: RenderFolder | null = null;
  try {
    folder = await openRenderFolder(dataDir);
    const workDir = folder.path;
    const report = await renderVideo(project, engines, {
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
    if (signal.aborted) throw new Error(STOPPED, { cause: error });
    printFailure(error);
  } finally {
    await folder?.close();
  }
}
