import { SUBTITLE_FORMATS, MAIN_FILE, stillFile, subtitlesFile } from '../job/output-file.js';
import { isInlineDrawing } from '../sources/inline-drawing.js';
import { isPageAddress } from '../sources/page-address.js';
import { isVoiceAddress } from '../sources/voice-address.js';
import type { FactsOfSources } from './types/source-facts.js';
import { changeProject } from './change-project.js';
import type { Project } from './types/index.js';

/** An address or path that a video config refers to. */
export interface SourceReference {
  readonly src: string;
  /** JSON pointer of the element that refers to it. */
  readonly pointer: string;
}

/** The fields of a checked project that contain an address. */
const ADDRESSES = new Set(['src', 'fontUrl']);
/** A field whose names are words of captions. */
const WORDS = 'replace';

/** All references to media, caption files, and fonts. A source that is used twice is listed twice. */
export function sourceReferencesOf(project: Project): SourceReference[] {
  const found: SourceReference[] = [];
  walk({ ...project, clientData: null }, '', found);
  return found;
}

function walk(value: unknown, pointer: string, found: SourceReference[]): void {
  if (typeof value !== 'object' || value === null) return;
  const ownPointer = (value as { pointer?: unknown }).pointer;
  const at = typeof ownPointer === 'string' ? ownPointer : pointer;
  for (const [name, member] of Object.entries(value)) {
    if (name === WORDS) continue;
    if (typeof member !== 'string') walk(member, at, found);
    else if (ADDRESSES.has(name) && !isMade(member)) found.push({ src: member, pointer: at });
  }
}

/** Whether a source is made of the config, so that it refers to nothing. */
const isMade = (src: string) => isVoiceAddress(src) || isPageAddress(src) || isInlineDrawing(src);

/** Whether a reference is a path of the machine, which only local renders accept. */
export function isLocalReference(src: string): boolean {
  return !/^https?:/i.test(src);
}

/** A copy of a project in which each address is replaced. */
export function mapReferences(project: Project, replace: (src: string) => string): Project {
  const { withSources } = project;
  const changed = changeProject(project, ({ clientData, ...rest }) => ({
    ...(mapped(rest, replace) as Omit<Project, 'clientData'>),
    clientData,
  }));
  if (withSources === null) return changed;
  // The config knows its sources by the addresses that it has for them.
  const given = sourceReferencesOf(project);
  const read = changed.withSources!;
  return { ...changed, withSources: (facts) => read(factsOf(given, facts, replace)) };
}

function factsOf(
  given: readonly SourceReference[],
  facts: FactsOfSources,
  replace: (src: string) => string,
): FactsOfSources {
  return new Map(
    given.flatMap(({ src }) => {
      const known = facts.get(replace(src));
      return known === undefined ? [] : [[src, known] as const];
    }),
  );
}

function mapped(value: unknown, replace: (src: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => mapped(item, replace));
  if (typeof value !== 'object' || value === null) return value;
  const mappedMember = (name: string, member: unknown): unknown => {
    if (name === WORDS) return member;
    if (typeof member === 'string' && ADDRESSES.has(name)) return replace(member);
    return mapped(member, replace);
  };
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, mappedMember(name, member)]),
  );
}

/** The names of all files that a render creates. */
export function fileNamesOf({ outputs, subtitles, stills }: Project): string[] {
  if (stills !== null) return [MAIN_FILE, ...stills.map((_, index) => stillFile(index))];
  return [
    MAIN_FILE,
    ...outputs.map((output) =>
      output.type === 'video' ? `${output.name}.mp4` : `${output.name}.${output.format}`,
    ),
    ...(subtitles === null ? [] : SUBTITLE_FORMATS.map(subtitlesFile)),
  ];
}
