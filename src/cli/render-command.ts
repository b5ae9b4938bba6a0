import { dirname, join, resolve } from 'node:path';
import { loadConfig } from '../config/load-config.js';
import { overallProgress } from '../core/job/steps.js';
import type { Project } from '../core/project/types.js';
import { createEngines } from '../pipeline/create-engines.js';
import type { RenderEngines } from '../pipeline/render-context.js';
import { renderVideo } from '../pipeline/render-video.js';
import { printFailure, printIssues } from './exit.js';
import { printRetry } from './print-retry.js';
import { outputPaths } from './output-paths.js';
import { placeFiles } from './place-files.js';
import { ProgressBar } from './progress-bar.js';
import { readProjects } from './read-project.js';
import { openRenderFolder, type RenderFolder } from './render-folder.js';
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
  const cancel = new AbortController();
  process.once('SIGINT', () => cancel.abort());
  process.once('SIGTERM', () => cancel.abort());
  process.once('SIGHUP', () => cancel.abort());
  try {
    const config = loadConfig(process.env);
    const engines = await createEngines(config, process.env['PATH'] ?? '');
    const read = await readProjects(file, engines.fonts, config.subtitles, options);
    const projects = read.flatMap((one) => (one.ok ? [one.project] : []));
    for (const one of read) if (!one.ok) printIssues(one.where ?? file, one.issues);
    if (projects.length < read.length) return;
    const paths = outputPaths(
      options.output,
      read.map(({ variables }) => variables),
    );
    for (const warning of engines.encoder.warnings) process.stderr.write(`Warning: ${warning}\n`);
    process.chdir(dirname(resolve(file)));
    for (const [index, project] of projects.entries()) {
      if (cancel.signal.aborted) break;
      const job = { project, outputPath: paths[index]!, dataDir: config.dataDir };
      await renderOne(job, engines, cancel.signal, options.json ?? false);
    }
  } catch (error) {
    printFailure(error);
  }
}

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
      for (const warning of report.warnings) process.stderr.write(`Warning: ${warning}\n`);
    }
  } catch (error) {
    bar.end();
    printFailure(error);
  } finally {
    await folder?.close();
  }
}
