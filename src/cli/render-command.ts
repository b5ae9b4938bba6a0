import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { loadConfig } from '../config/load-config.js';
import { overallProgress } from '../core/job/steps.js';
import { createEngines } from '../pipeline/create-engines.js';
import { renderVideo } from '../pipeline/render-video.js';
import { printFailure, printIssues } from './exit.js';
import { placeFiles } from './place-files.js';
import { ProgressBar } from './progress-bar.js';
import { readProject } from './read-project.js';

/** Renders a project file; paths in it are relative to the file. */
export async function renderCommand(
  file: string,
  options: { output: string; json?: boolean },
): Promise<void> {
  const cancel = new AbortController();
  process.once('SIGINT', () => cancel.abort());
  process.once('SIGTERM', () => cancel.abort());
  const outputPath = resolve(options.output);
  const bar = new ProgressBar(process.stderr);
  let workDir: string | null = null;
  try {
    const config = loadConfig(process.env);
    const engines = await createEngines(config, process.env['PATH'] ?? '');
    const parsed = await readProject(file, engines.fonts, config.subtitles);
    if (!parsed.ok) {
      printIssues(file, parsed.issues);
      return;
    }
    process.chdir(dirname(resolve(file)));
    // Beside the caches: the segments are linked into it, which needs the same file system.
    await mkdir(config.dataDir, { recursive: true });
    workDir = await mkdtemp(join(config.dataDir, 'render-'));
    const report = await renderVideo(parsed.project, engines, {
      signal: cancel.signal,
      workDir,
      outputDir: join(workDir, 'finished'),
      localSources: true,
      onProgress: (step, fraction) => bar.show(overallProgress(step, fraction), step),
    });
    const paths = await placeFiles(report.outputDir, report.files, outputPath);
    bar.end();
    const { outputDir: _, files, ...rest } = report;
    const placed = files.map((one, index) => ({ path: paths[index], ...one }));
    if (options.json) {
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
    if (workDir !== null) await rm(workDir, { recursive: true, force: true });
  }
}
