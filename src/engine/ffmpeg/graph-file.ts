import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Linux starts no program with a longer argument (MAX_ARG_STRLEN, minus its end). */
export const LONGEST_ARGUMENT = 128 * 1024 - 1;

/**
 * Moves a filtergraph that is too long for an argument to a file: a scene with hundreds of pictures has one.
 *
 * @param version of ffmpeg, which reads options from files since version 7
 */
export async function withGraphFile(
  args: readonly string[],
  { cwd, version }: { readonly cwd: string; readonly version: string },
): Promise<string[]> {
  const at = args.indexOf('-filter_complex');
  const graph = at < 0 ? '' : args[at + 1]!;
  if (Buffer.byteLength(graph) <= LONGEST_ARGUMENT) return [...args];
  const name = `graph-${randomUUID()}`;
  await writeFile(join(cwd, name), graph);
  const isNew = Number(/^n?(\d+)\./.exec(version)?.[1] ?? 0) >= 7;
  const option = isNew ? '-/filter_complex' : '-filter_complex_script';
  return args.toSpliced(at, 2, option, name);
}
