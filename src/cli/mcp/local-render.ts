import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readFile } from 'node:fs/promises';
import { subtitlesFile } from '../../core/job/output-file.js';
import { fileNamesOf } from '../../core/project/project-files.js';
import type { Project } from '../../core/project/types/index.js';
import { ToolRefusal } from '../../mcp/work/agent-work.js';
import type { RendererService } from '../../pipeline/renderer.service.js';
import { hasStills, type StillRenderer, type StillReport } from '../../pipeline/still-renderer.js';
import type { RenderReport } from '../../pipeline/types/render-context.js';
import { checkOutputs } from '../files/check-outputs.js';
import { moveOutputFiles, outputPathOf } from '../files/move-output-files.js';
import { openRenderFolder } from '../../engine/files/render-folder.js';
import { STANDARD_INPUT } from '../files/read-text-file.js';
import type { LocalJob, LocalResult } from './local-job.js';
import type { RootFolder } from './root-folder.js';
import { counted } from '../../core/util/counted.js';

const FOLDER = 'videos';
const MOST_NAMES = 10_000;
const MOST_SCENES = 40;

interface Renderers {
  readonly renderer: RendererService;
  readonly stills: StillRenderer;
  readonly dataDir: string;
}

/** Renders a config for a job. @param output the absolute path of the video; unused for stills */
export async function renderLocally(
  project: Project,
  output: string,
  job: LocalJob,
  { renderer, stills, dataDir }: Renderers,
): Promise<LocalResult> {
  const folder = await openRenderFolder(dataDir);
  try {
    const context = {
      signal: job.signal,
      workDir: folder.path,
      outputDir: join(folder.path, 'finished'),
      localSources: true,
      onProgress: job.report.bind(job),
    };
    if (hasStills(project)) return await stillResult(await stills.render(project, context));
    const report = await renderer.render(project, context);
    const paths = await moveOutputFiles(report.outputDir, report.files, output);
    return videoResult(report, paths);
  } finally {
    await folder.close();
  }
}

function videoResult(report: RenderReport, paths: readonly string[]): LocalResult {
  const { durationSeconds, width, height, frameRate, files, warnings, subtitles } = report;
  const transcript = files.findIndex(({ name }) => name === subtitlesFile('json'));
  const words = subtitles
    ? [`${counted(subtitles.words, 'word')} in the captions (${subtitles.method})`]
    : [];
  const size = `${width}x${height}, ${Number(frameRate.toFixed(3))} frames per second`;
  return {
    facts: [`${durationSeconds.toFixed(2)} s, ${size}`, ...words],
    files: files.map(({ name }, index) => ({ name, place: paths[index]! })),
    warnings,
    pictures: [],
    transcript: paths[transcript] ?? null,
  };
}

async function stillResult(report: StillReport): Promise<LocalResult> {
  const { outputDir, files, warnings, planned, width, height } = report;
  const { totalFrames, fps, scenes } = planned.timeline;
  const seconds = (frame: number) => ((frame * fps.den) / fps.num).toFixed(2);
  const starts = scenes.slice(0, MOST_SCENES).map(({ startFrame }) => seconds(startFrame));
  const more = scenes.length > MOST_SCENES ? ' and so on' : '';
  const pictures = files.filter(({ kind }) => kind === 'poster');
  return {
    facts: [
      `The video would be ${seconds(totalFrames)} s long, ${width}x${height}`,
      `Scenes start at ${starts.join(', ')}${more} s`,
    ],
    files: [],
    warnings,
    pictures: await Promise.all(
      pictures.map(async ({ name, contentType }) => ({
        mimeType: contentType,
        bytes: await readFile(join(outputDir, name)),
      })),
    ),
    transcript: null,
  };
}

/**
 * The path that a video is written to.
 *
 * @param wanted relative to the root folder, or null for a new name
 * @throws ToolRefusal, InputError
 */
export async function outputFor(
  project: Project,
  { wanted, overwrite, root }: { wanted: string | null; overwrite: boolean; root: RootFolder },
): Promise<string> {
  const output = resolve(root.path, wanted ?? (await newName(root)));
  const problem = await root.writeProblem(output);
  if (problem !== null) throw refused(problem);
  await checkOutputs([{ project, outputPath: output }], {
    project: STANDARD_INPUT,
    variables: null,
  });
  if (overwrite) return output;
  for (const name of fileNamesOf(project)) {
    const path = outputPathOf(name, output);
    if (!(await exists(path))) continue;
    throw refused(
      `The file ${root.shown(path)} already exists. Use another name, or set "overwrite" to true.`,
    );
  }
  return output;
}

async function newName({ path }: RootFolder): Promise<string> {
  for (let number = 1; number < MOST_NAMES; number++) {
    const name = join(FOLDER, `video-${number}.mp4`);
    if (!(await exists(join(path, name)))) return name;
  }
  throw refused(`The folder ${FOLDER} is full of videos. Set "output".`);
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}

function refused(message: string): ToolRefusal {
  return new ToolRefusal('INVALID_ARGUMENTS', [{ pointer: '/output', message }]);
}
