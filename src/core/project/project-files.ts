import { SUBTITLE_FORMATS, MAIN_FILE, subtitlesFile } from '../job/output-file.js';
import type { Project } from './types/index.js';

/** An address or path that a project reads from. */
export interface SourceReference {
  readonly src: string;
  /** JSON pointer of what names it. */
  readonly pointer: string;
}

/** Fields of a checked project that hold an address. */
const ADDRESSES = new Set(['src', 'fontUrl']);

/** Everything that a project reads from: media, caption files, fonts; each as often as it is named. */
export function sourceReferencesOf(project: Project): SourceReference[] {
  const found: SourceReference[] = [];
  walk({ ...project, clientData: null }, '', found);
  return found;
}

function walk(value: unknown, pointer: string, found: SourceReference[]): void {
  if (typeof value !== 'object' || value === null) return;
  const own = (value as { pointer?: unknown }).pointer;
  const at = typeof own === 'string' ? own : pointer;
  for (const [name, member] of Object.entries(value)) {
    if (typeof member !== 'string') walk(member, at, found);
    else if (ADDRESSES.has(name)) found.push({ src: member, pointer: at });
  }
}

/** The names of all files that a render of a project makes. */
export function fileNamesOf({ outputs, subtitles }: Project): string[] {
  return [
    MAIN_FILE,
    ...outputs.map((output) =>
      output.type === 'video' ? `${output.name}.mp4` : `${output.name}.${output.format}`,
    ),
    ...(subtitles === null ? [] : SUBTITLE_FORMATS.map(subtitlesFile)),
  ];
}
