import ffmpeg from 'fluent-ffmpeg';

export interface FfmpegInput {
  /** A local file, `pipe:0`, or a name in the working folder; never a caller's URL. */
  readonly path: string;
  /** Options before this input, one argument each. */
  readonly options: readonly string[];
}

export interface FfmpegCommand {
  readonly inputs: readonly FfmpegInput[];
  readonly filtergraph?: string;
  /** Options of the output, one argument each, `-map` included. */
  readonly outputOptions: readonly string[];
  readonly output: string;
}

/** One block of memory, of ffmpeg and of ffprobe: twice a picture of 64 megapixels at 8 bytes each. */
export const MEMORY_LIMIT: readonly string[] = ['-max_alloc', String(2 ** 30)];

/** fluent-ffmpeg builds the arguments but keeps the method that tells them to itself. */
interface ArgumentSource {
  _getArguments(): string[];
}

/**
 * The argument array of an ffmpeg run, without the program.
 *
 * fluent-ffmpeg is used as the builder only: it never looks for ffmpeg, never spawns it, and gets
 * filtergraphs as finished strings, as its filter objects do not escape quotes. Options are passed as
 * separate parameters: a list of them it would split at their spaces.
 */
export function buildFfmpegArgs(command: FfmpegCommand): string[] {
  const builder = ffmpeg();
  for (const input of command.inputs) {
    builder.input(input.path).inputOptions(...input.options);
  }
  if (command.filtergraph !== undefined) builder.complexFilter(command.filtergraph);
  builder.outputOptions(...command.outputOptions).output(command.output);
  const args = (builder as unknown as ArgumentSource)._getArguments();
  const globals = ['-hide_banner', '-nostdin', '-loglevel', 'error', ...MEMORY_LIMIT];
  globals.push('-progress', 'pipe:1');
  // Cores are used by running several segments at once; threads within a graph only cost.
  if (command.filtergraph !== undefined) globals.push('-filter_complex_threads', '1');
  return [...globals, ...args];
}
