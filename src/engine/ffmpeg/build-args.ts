import ffmpeg from 'fluent-ffmpeg';

export interface FfmpegInput {
  /** A local file, `pipe:0`, or a name in the working folder; never a caller's URL. */
  readonly path: string;
  /** Options before this input, one argument each. */
  readonly options: readonly string[];
}

/** A file that a run writes. */
export interface FfmpegOutput {
  /** One argument each, `-map` included. */
  readonly outputOptions: readonly string[];
  readonly output: string;
}

export interface FfmpegCommand extends FfmpegOutput {
  readonly inputs: readonly FfmpegInput[];
  readonly filtergraph?: string;
  /** A second file from the same inputs, which are decoded once. */
  readonly second?: FfmpegOutput;
}

/** The largest single allocation of ffmpeg and ffprobe: two pictures of 64 megapixels at 8 bytes per pixel. */
export const MEMORY_LIMIT: readonly string[] = ['-max_alloc', String(2 ** 30)];

/** The private method of fluent-ffmpeg that returns the arguments. */
interface ArgumentSource {
  _getArguments(): string[];
}

/**
 * The arguments of an ffmpeg run, without the program.
 *
 * fluent-ffmpeg only builds arguments: it never looks for ffmpeg or starts it. Filtergraphs are complete
 * strings, because fluent-ffmpeg does not escape quotes in filter objects. Options are separate parameters,
 * because it splits those in a list at their spaces.
 */
export function buildFfmpegArgs(command: FfmpegCommand): string[] {
  const builder = ffmpeg();
  for (const input of command.inputs) {
    builder.input(input.path).inputOptions(...input.options);
  }
  if (command.filtergraph !== undefined) builder.complexFilter(command.filtergraph);
  builder.outputOptions(...command.outputOptions).output(command.output);
  const { second } = command;
  if (second !== undefined) builder.output(second.output).outputOptions(...second.outputOptions);
  const args = (builder as unknown as ArgumentSource)._getArguments();
  const globals = ['-hide_banner', '-nostdin', '-loglevel', 'error', ...MEMORY_LIMIT];
  globals.push('-progress', 'pipe:1');
  // Several segments run at once and use all cores. Threads within a graph would only add overhead.
  if (command.filtergraph !== undefined) globals.push('-filter_complex_threads', '1');
  return [...globals, ...args];
}
