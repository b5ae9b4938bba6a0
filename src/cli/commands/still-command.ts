import { createReadStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, extname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { commandConfig } from '../terminal/command-config.js';
import type { Config } from '../../config/types.js';
import { MAIN_FILE } from '../../core/job/output-file.js';
import { changeProject } from '../../core/project/change-project.js';
import { noteTexts } from '../../core/project/note-texts.js';
import type { PosterFormat, Project } from '../../core/project/types/index.js';
import { FfmpegService } from '../../engine/ffmpeg/ffmpeg.service.js';
import { FontCatalog } from '../../engine/fonts/font-catalog.js';
import { writePicture } from '../../pipeline/outputs/write-picture.js';
import { PipelineModule } from '../../pipeline/pipeline.module.js';
import { StillRenderer } from '../../pipeline/still-renderer.js';
import { openCommandApp } from '../command-app.js';
import { checkOutputs, refuseExisting } from '../files/check-outputs.js';
import { moveFile } from '../files/move-output-files.js';
import { openRenderFolder } from '../../engine/files/render-folder.js';
import { localRendering } from '../render/local-rendering.js';
import { readTime } from '../render/still-time.js';
import { claimStandardOutput } from '../terminal/claimed-output.js';
import { printIssues, printWarnings } from '../terminal/exit.js';
import { ProgressBar } from '../terminal/progress-bar.js';
import { isStandardOutput, refuseTerminal } from '../terminal/standard-streams.js';
import { printFailureOrStop, stopSignal } from '../terminal/stop-signal.js';
import { readProjects } from '../render/read-projects.js';

interface StillOptions {
  readonly at: string;
  readonly output: string;
  readonly force?: boolean;
  readonly var?: readonly string[];
}

const FORMATS: ReadonlyMap<string, PosterFormat> = new Map([
  ['.png', 'png'],
  ['.jpg', 'jpg'],
  ['.jpeg', 'jpg'],
  ['.webp', 'webp'],
]);

/** Saves one frame of a video as a picture. Only the part of the video around the frame is rendered. */
export async function stillCommand(file: string, options: StillOptions): Promise<void> {
  const signal = stopSignal();
  let app: INestApplicationContext | null = null;
  try {
    const timeMs = readTime(options.at);
    const isStream = isStandardOutput(options.output);
    if (isStream) refuseTerminal('picture');
    const config = commandConfig();
    const stream = isStream ? claimStandardOutput() : null;
    app = await openCommandApp(config, PipelineModule);
    const project = await readOne(file, options, { config, fonts: app.get(FontCatalog) });
    if (project === null) return;
    const outputPath = resolve(options.output);
    if (stream === null) {
      const planned = [{ project, outputPath, pictureTypes: [...FORMATS.keys()] }];
      await checkOutputs(planned, { project: file, variables: null });
      await refuseExisting(planned, () => options.force ?? false);
    }
    process.chdir(dirname(resolve(file)));
    const format = FORMATS.get(extname(outputPath).toLowerCase()) ?? 'png';
    const deliver = async (picture: string) => {
      if (stream !== null) return pipeline(createReadStream(picture), stream);
      await mkdir(dirname(outputPath), { recursive: true });
      await moveFile(picture, outputPath);
      process.stdout.write(`${outputPath}\n`);
    };
    await renderStill({ project, timeMs, format }, app, { config, signal, deliver });
  } catch (error) {
    printFailureOrStop(error, signal);
  } finally {
    await app?.close();
  }
}

/** Returns null if the project has issues, which are printed. */
async function readOne(
  file: string,
  options: StillOptions,
  { config, fonts }: { readonly config: Config; readonly fonts: FontCatalog },
): Promise<Project | null> {
  const values = options.var === undefined ? {} : { var: options.var };
  const { projects, text, warnings } = await readProjects(file, fonts, config, values);
  printWarnings(warnings);
  const [result] = projects;
  if (result!.ok) {
    printWarnings(noteTexts(result!.project));
    return result!.project;
  }
  printIssues(file, result!, text);
  return null;
}

interface Wanted {
  readonly project: Project;
  readonly timeMs: number;
  readonly format: PosterFormat;
}

interface StillRun {
  readonly config: Config;
  readonly signal: AbortSignal;
  readonly deliver: (picture: string) => Promise<void>;
}

async function renderStill(
  { project, timeMs, format }: Wanted,
  app: INestApplicationContext,
  { config, signal, deliver }: StillRun,
): Promise<void> {
  const bar = new ProgressBar(process.stderr);
  const folder = await openRenderFolder(config.dataDir);
  try {
    const stills = changeProject(project, (one) => ({ ...one, stills: [timeMs], outputs: [] }));
    const report = await app.get(StillRenderer).render(stills, localRendering(folder, bar, signal));
    const { fps } = report.planned.timeline;
    const name = `still.${format}`;
    await writePicture(
      { folder: report.outputDir, name, format },
      {
        video: join(report.outputDir, MAIN_FILE),
        frame: report.stills[0]!.shownAt,
        length: { totalFrames: report.frames, fps },
      },
      { ffmpeg: app.get(FfmpegService), signal },
    );
    bar.end();
    await deliver(join(report.outputDir, name));
    printWarnings(report.warnings);
  } finally {
    bar.end();
    await folder.close();
  }
}
