import type { Issue } from '../../core/fields/issues.js';
import type { JobStatus } from '../../core/job/job-status.js';

/** A config that an agent sends, or the file that contains it. Only a local server reads files. */
export type ConfigSource = { readonly config: unknown } | { readonly file: string };

export interface CheckedConfig {
  /** What the video will cost. */
  readonly estimate: string;
  readonly warnings: readonly string[];
}

/** A job as agents see it. */
export interface AgentJob {
  readonly id: string;
  readonly status: JobStatus;
  /** 0 to 100. */
  readonly progress: number;
  readonly step: string | null;
  /** Length, size, and scenes of a finished video, as phrases. */
  readonly facts: readonly string[];
  readonly files: readonly AgentFile[];
  readonly warnings: readonly string[];
  readonly error: AgentError | null;
  /** Whether the job has pictures of moments instead of a video. */
  readonly hasStills: boolean;
}

export interface AgentFile {
  readonly name: string;
  /** A path, or an address. */
  readonly place: string;
}

export interface AgentError {
  readonly code: string;
  readonly message: string;
  readonly pointer: string | null;
}

export interface AgentPicture {
  readonly mimeType: string;
  readonly bytes: Buffer;
}

export interface AgentTranscript {
  readonly language: string;
  readonly method: string;
  readonly words: readonly {
    readonly word: string;
    readonly start: number;
    readonly end: number;
  }[];
}

export interface RenderRequest {
  readonly source: ConfigSource;
  /** Times in seconds of the frames to show instead of a video, or null. */
  readonly stills: readonly number[] | null;
  /** Where a local server writes the video, or null for a name of its own. */
  readonly output: string | null;
  readonly overwrite: boolean;
}

/** A file for the service: where to fetch it, or a text with its name. */
export type AgentUpload =
  | { readonly url: string; readonly name: string | null }
  | { readonly text: string; readonly name: string };

export interface AgentAsset {
  /** What configs name it by: `asset:<id>`. */
  readonly src: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
}

/** Keeps files for configs. */
export interface AgentAssets {
  /** @throws ApiError with what is wrong with the file */
  upload(file: AgentUpload, call: ToolCall): Promise<AgentAsset>;
}

/** A call of a tool while it runs. */
export interface ToolCall {
  /** Aborted when the client no longer waits. */
  readonly signal: AbortSignal;
  /** Tells the client how far a job is, if it wants to know. */
  readonly progress: (percent: number, message: string) => void;
}

/** What the tools of an agent work on: the service with a key, or the renderer of this machine. */
export interface AgentWork {
  /** Null on this machine, where configs name files by their paths. */
  readonly assets: AgentAssets | null;
  /** @throws ToolRefusal with the issues of the config */
  check(source: ConfigSource): Promise<CheckedConfig>;
  /** Begins to render. @returns the ID of the job */
  submit(request: RenderRequest): Promise<string>;
  /** The state of a job as soon as it has ended, or after a number of seconds. */
  follow(id: string, seconds: number, call: ToolCall): Promise<AgentJob>;
  cancel(id: string): Promise<AgentJob>;
  /** The newest jobs first. */
  recent(most: number): Promise<readonly AgentJob[]>;
  /** The pictures of a job with stills, in the order of their times. */
  pictures(id: string): Promise<readonly AgentPicture[]>;
  /** Forgets a job with stills, whose pictures were delivered. */
  discard(id: string): Promise<void>;
  transcript(id: string): Promise<AgentTranscript>;
  fonts(): Promise<readonly string[]>;
  /** Null if it depends on the worker. */
  transitions(): Promise<readonly string[] | null>;
}

/** A call that an agent can mend: what is wrong, and where. */
export class ToolRefusal extends Error {
  override readonly name = 'ToolRefusal';

  constructor(
    readonly code: string,
    readonly issues: readonly Issue[],
  ) {
    super(`${code}: ${issues.map(({ message }) => message).join(' ')}`);
  }

  static because(code: string, message: string): ToolRefusal {
    return new ToolRefusal(code, [{ pointer: '', message }]);
  }
}
