import { readFile } from 'node:fs/promises';
import type { Config } from '../../config/types.js';
import type { Project } from '../../core/project/types/index.js';
import { CROSS_FADE } from '../../core/render/segment/types.js';
import { HarfbuzzShaper } from '../../engine/fonts/harfbuzz-shaper.js';
import { recognitionProblem } from '../../engine/recognition/recognition-problem.js';
import { voiceProblems } from '../../engine/speech/voice-problems.js';
import { Semaphore } from '../../engine/concurrency/semaphore.js';
import {
  type AgentJob,
  type AgentPicture,
  type AgentTranscript,
  type AgentWork,
  type CheckedConfig,
  type ConfigSource,
  type RenderRequest,
  type ToolCall,
  ToolRefusal,
} from '../../mcp/work/agent-work.js';
import { toCheckedConfig } from '../../mcp/work/checked-config.js';
import { describeProject } from '../../pipeline/checks/describe-project.js';
import { InputError } from '../input-error.js';
import type { LocalEngines } from './local-engines.js';
import { LocalJob } from './local-job.js';
import { type LocalConfig, readLocalConfig } from './local-config.js';
import { outputFor, renderLocally } from './local-render.js';
import type { RootFolder } from './root-folder.js';

/** Jobs that wait or run. An agent that submits more has lost its way. */
const MOST_OPEN_JOBS = 20;
/** Jobs that an agent can still ask for. */
const MOST_JOBS = 100;

interface LocalMachine {
  readonly config: Config;
  readonly root: RootFolder;
  /** Resolves when the renderer is ready. */
  readonly engines: Promise<LocalEngines>;
}

/** Renders in this process, one video after another, and stills beside them. */
export class LocalWork implements AgentWork {
  readonly assets = null;
  private readonly jobs = new Map<string, LocalJob>();
  private readonly running = new Set<Promise<void>>();
  private readonly videos = new Semaphore(1);
  private readonly stills = new Semaphore(1);
  private submitted = 0;

  constructor(private readonly machine: LocalMachine) {}

  async check(source: ConfigSource): Promise<CheckedConfig> {
    const { config, engines } = this.machine;
    const { input, project } = await this.read(source, null);
    const surroundings = {
      shaper: new HarfbuzzShaper((await engines).fonts),
      recognitionProblem: recognitionProblem(config),
    };
    const described = describeProject(project, input, surroundings);
    return toCheckedConfig(described, await voiceProblems(described.voices, config));
  }

  async submit({ source, stills, output, overwrite }: RenderRequest): Promise<string> {
    const { root } = this.machine;
    const { project } = await this.read(source, stills);
    const path =
      stills === null
        ? await asRefusal(outputFor(project, { wanted: output, overwrite, root }))
        : '';
    const open = [...this.jobs.values()].filter((one) => !one.isOver).length;
    if (open >= MOST_OPEN_JOBS) {
      throw ToolRefusal.because(
        'RATE_LIMIT_EXCEEDED',
        `${open} jobs are open. Wait until some have ended, or cancel them.`,
      );
    }
    const job = new LocalJob(`job-${++this.submitted}`, stills !== null);
    this.keep(job);
    const run = this.run(job, project, path).finally(() => this.running.delete(run));
    this.running.add(run);
    return job.id;
  }

  async follow(id: string, seconds: number, call: ToolCall): Promise<AgentJob> {
    const job = this.find(id);
    await untilOver(job, seconds, call);
    return job.state;
  }

  async cancel(id: string): Promise<AgentJob> {
    const job = this.find(id);
    if (job.isOver && job.state.status !== 'cancelled') {
      throw ToolRefusal.because('JOB_NOT_CANCELLABLE', `The job is already ${job.state.status}.`);
    }
    job.cancel();
    return job.state;
  }

  async recent(most: number): Promise<readonly AgentJob[]> {
    const newest = [...this.jobs.values()].reverse().slice(0, most);
    return newest.map(({ state }) => state);
  }

  async pictures(id: string): Promise<readonly AgentPicture[]> {
    return this.find(id).result?.pictures ?? [];
  }

  async discard(id: string): Promise<void> {
    this.jobs.delete(id);
  }

  async transcript(id: string): Promise<AgentTranscript> {
    const job = this.find(id);
    const path = job.result?.transcript ?? null;
    if (path !== null) return JSON.parse(await readFile(path, 'utf8')) as AgentTranscript;
    const why = job.result ? 'has no captions' : `is ${job.state.status}`;
    throw ToolRefusal.because('FILE_NOT_FOUND', `The video of this job ${why}.`);
  }

  async fonts(): Promise<readonly string[]> {
    return (await this.machine.engines).fonts.families();
  }

  async transitions(): Promise<readonly string[]> {
    const { ffmpeg } = await this.machine.engines;
    return [...new Set([CROSS_FADE, ...ffmpeg.tools.abilities.transitions])];
  }

  /** Ends all jobs. */
  async close(): Promise<void> {
    for (const job of this.jobs.values()) job.cancel();
    await Promise.all(this.running);
  }

  private async read(source: ConfigSource, stills: readonly number[] | null): Promise<LocalConfig> {
    const { root, config, engines } = this.machine;
    const { fonts } = await engines;
    return asRefusal(readLocalConfig(source, stills, { root, config, fonts }));
  }

  private async run(job: LocalJob, project: Project, output: string): Promise<void> {
    const slots = job.hasStills ? this.stills : this.videos;
    try {
      await slots.run(
        async () => {
          job.begin();
          const { renderer, stills } = await this.machine.engines;
          const { dataDir } = this.machine.config;
          job.complete(await renderLocally(project, output, job, { renderer, stills, dataDir }));
        },
        { signal: job.signal },
      );
    } catch (error) {
      job.fail(error);
    }
  }

  private keep(job: LocalJob): void {
    this.jobs.set(job.id, job);
    for (const [id, old] of this.jobs) {
      if (this.jobs.size <= MOST_JOBS) return;
      if (old.isOver) this.jobs.delete(id);
    }
  }

  private find(id: string): LocalJob {
    const job = this.jobs.get(id);
    if (job) return job;
    const known = [...this.jobs.keys()].slice(-10).join(', ') || 'none';
    throw ToolRefusal.because(
      'JOB_NOT_FOUND',
      `There is no job ${JSON.stringify(id)}. Jobs of this session: ${known}.`,
    );
  }
}

/** Files and options that an agent can mend are no faults. */
async function asRefusal<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw ToolRefusal.because('INVALID_ARGUMENTS', error.message);
  }
}

/** Resolves when a job is over, after some seconds, or when nobody waits any more. */
function untilOver(job: LocalJob, seconds: number, { signal, progress }: ToolCall): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      stopListening();
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, seconds * 1000);
    const look = () => {
      const { progress: percent, step } = job.state;
      if (job.isOver) finish();
      else progress(percent, step ?? 'waiting');
    };
    const stopListening = job.onChange(look);
    signal.addEventListener('abort', finish);
    look();
  });
}
