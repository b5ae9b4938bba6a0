import { dirname, resolve } from 'node:path';
import type { Config } from '../../config/types.js';
import { deliveryWarnings } from '../../core/project/delivery-warnings.js';
import { draftOf } from '../../core/project/draft-of.js';
import { isLocalReference, sourceReferencesOf } from '../../core/project/project-files.js';
import { noteTexts } from '../../core/project/note-texts.js';
import type { Project } from '../../core/project/types/project.js';
import type { FontCatalog } from '../../engine/fonts/font-catalog.js';
import type { RendererService } from '../../pipeline/renderer.service.js';
import { readProjects } from './read-projects.js';
import { checkOutputs, refuseExisting } from '../files/check-outputs.js';
import { outputPaths } from '../files/output-paths.js';
import { STANDARD_INPUT } from '../files/read-text-file.js';
import { openRenderFolder, type RenderFolder } from '../../engine/files/render-folder.js';
import { printIssues, printWarnings } from '../terminal/exit.js';
import { ProgressBar } from '../terminal/progress-bar.js';
import { outputClosed } from '../terminal/standard-streams.js';
import { printFailureOrStop } from '../terminal/stop-signal.js';
import type { VariableOptions } from '../variables/variable-sets.js';
import { localRendering } from './local-rendering.js';
import { fileTarget, type VideoTarget } from './video-target.js';

export interface RunOptions extends VariableOptions {
  readonly output: string;
  readonly force?: boolean;
  readonly draft?: boolean;
  readonly json?: boolean;
}

interface RunTools {
  readonly config: Config;
  readonly fonts: FontCatalog;
  readonly renderer: RendererService;
  /** Takes the only video instead of a file, or null. */
  readonly stream: VideoTarget | null;
}

interface Job {
  readonly project: Project;
  readonly target: VideoTarget;
}

/** Renders a project file, any number of times. */
export class RenderRun {
  /** Relative paths of the options begin here, and those of the project in its folder. */
  private readonly workingFolder = process.cwd();
  private readonly folder: string;
  /** Files of earlier rounds, which the next one replaces. */
  private readonly written = new Set<string>();

  constructor(
    private readonly file: string,
    private readonly options: RunOptions,
    private readonly tools: RunTools,
  ) {
    this.folder = file === STANDARD_INPUT ? this.workingFolder : dirname(resolve(file));
  }

  /** The paths that are read before any source. */
  get ownFiles(): readonly string[] {
    const { variables } = this.options;
    const files = variables === undefined ? [this.file] : [this.file, variables];
    return files.map((path) => resolve(this.workingFolder, path));
  }

  /**
   * Renders the project once for each set of variables. All sets are checked before the first is rendered. A failure
   * does not stop the others.
   *
   * @param onSources called with the paths of the local files that the project uses, before they are read
   * @throws InputError
   */
  async render(
    signal: AbortSignal,
    onSources: (paths: readonly string[]) => Promise<void> = async () => {},
  ): Promise<void> {
    process.chdir(this.workingFolder);
    const jobs = await this.prepare(onSources);
    process.chdir(this.folder);
    for (const job of jobs) {
      if (outputClosed.aborted) break;
      // A stopped run must not end with status 0.
      signal.throwIfAborted();
      await this.renderOne(job, signal);
    }
  }

  /** Reads and checks everything that is known before the first frame. Empty if there are issues. */
  private async prepare(
    onSources: (paths: readonly string[]) => Promise<void>,
  ): Promise<readonly Job[]> {
    const { file, options, tools } = this;
    const read = await readProjects(file, tools.fonts, tools.config, options);
    printWarnings(read.warnings);
    for (const result of read.projects) {
      if (!result.ok) printIssues(file, result, read.text);
    }
    const parsed = read.projects.flatMap((result) => (result.ok ? [result.project] : []));
    if (parsed.length < read.projects.length) return [];
    await onSources(parsed.flatMap((project) => this.localFiles(project)));
    const projects = options.draft === true ? parsed.map(asDraft) : parsed;
    if (tools.stream !== null) return [{ project: projects[0]!, target: tools.stream }];
    const paths = outputPaths(
      options.output,
      read.projects.map(({ variables }) => variables),
    );
    const planned = projects.map((project, index) => ({ project, outputPath: paths[index]! }));
    await checkOutputs(planned, { project: file, variables: options.variables ?? null });
    const { force = false } = options;
    await refuseExisting(planned, (path) => force || this.written.has(path));
    return planned.map(({ project, outputPath }) => ({
      project,
      target: fileTarget(outputPath, {
        json: options.json ?? false,
        onFile: (path) => this.written.add(path),
      }),
    }));
  }

  private localFiles(project: Project): string[] {
    const local = sourceReferencesOf(project).filter(({ src }) => isLocalReference(src));
    return local.map(({ src }) => resolve(this.folder, src));
  }

  private async renderOne({ project, target }: Job, signal: AbortSignal): Promise<void> {
    const bar = new ProgressBar(process.stderr);
    let folder: RenderFolder | null = null;
    try {
      folder = await openRenderFolder(this.tools.config.dataDir);
      const report = await this.tools.renderer.render(project, localRendering(folder, bar, signal));
      bar.end();
      await target(report, signal);
      printWarnings([...noteTexts(project), ...deliveryWarnings(project)]);
    } catch (error) {
      bar.end();
      printFailureOrStop(error, signal);
    } finally {
      await folder?.close();
    }
  }
}

function asDraft(project: Project): Project {
  const draft = draftOf(project);
  const size = ({ width, height }: Project) => `${width}x${height}`;
  const isKnown = project.withSources === null;
  const smaller = isKnown
    ? `${size(draft)} instead of ${size(project)}`
    : 'at most 640 pixels wide and high';
  printWarnings([`This is a draft: ${smaller}, in low quality.`]);
  return draft;
}
