import { object, type ValuesOf } from '../fields/composites.js';
import { type Issue, Issues } from '../fields/issues.js';
import type { ProjectContext } from '../fields/context.js';
import type { ParsedOutput } from './fields/outputs.js';
import { projectObject, sizeFields } from './fields/project.js';
import { separateSubtitles } from './fields/scene.js';
import { boundsProblem } from './variables/input-bounds.js';
import { RESOLUTIONS } from './types/resolutions.js';
import type { TimelineElement, Project, ProjectOutput, Scene } from './types/index.js';

/** What this installation has, by which projects are read. */
export type ParseOptions = Omit<ProjectContext, 'frame'>;

export type ParseResult =
  | { readonly ok: true; readonly project: Project }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Checks a video config and fills in what it leaves out.
 *
 * Finds every issue at once, each with its JSON pointer; never throws, whatever the input is.
 */
export function parseProject(input: unknown, options: ParseOptions): ParseResult {
  const tooMuch = boundsProblem(input);
  if (tooMuch !== null) return { ok: false, issues: [{ pointer: '', message: tooMuch }] };
  return parseForFrame(frameOf(input, options), input, options);
}

/** Reads a config for a frame of a size. */
function parseForFrame(
  frame: ProjectContext['frame'],
  input: unknown,
  options: ParseOptions,
): ParseResult {
  const issues = new Issues();
  const context: ProjectContext = { ...options, frame };
  const place = { pointer: '', name: 'config', issues, context };
  const given = projectObject.read(input ?? null, place);
  const read = given.scenes.filter((one) => one !== null);
  const { held, subtitles } = separateSubtitles(given.elements);
  const all = [...read.flatMap((one) => one.subtitles), ...subtitles];
  if (given.resolution === 'custom' && (given.width === null || given.height === null)) {
    issues.add('/resolution', '"custom" goes together with width and height.');
  }
  const scenes = read.map(({ scene }) => scene);
  if (scenes[0]?.transition && scenes[0].pointer === '/scenes/0') {
    issues.add('/scenes/0/transition', 'The first scene has none before it; give no transition.');
  }
  refuseDuplicateIds(scenes, issues);
  for (const extra of all.slice(1)) {
    issues.add(extra.pointer, 'A video has one subtitles element; this is another.');
  }
  // What is wrong inside of a scene may be the very thing that gives it its length.
  if (issues.count === 0) refuseScenesWithoutLength(scenes, issues);
  if (issues.count > 0) return { ok: false, issues: issues.all() };
  const project: Project = {
    ...frame,
    fps: given.fps,
    quality: given.quality,
    draft: given.draft,
    loudness: given.loudness,
    comment: given.comment,
    clientData: given['client-data'] ?? null,
    scenes,
    elements: held,
    subtitles: all[0] ?? null,
    outputs: [],
  };
  const made = given.outputs.map((output) => outputOf(output, input, options));
  return { ok: true, project: { ...project, outputs: made } };
}

/** What is right in one frame is right in all: sizes change, not what is given. */
function outputOf(output: ParsedOutput, input: unknown, options: ParseOptions): ProjectOutput {
  if (output.type !== 'video') return output;
  const { pointer, name, frame } = output;
  const shape = { ...(input as object), outputs: [] };
  const read = parseForFrame(frame, shape, options);
  if (!read.ok) throw new Error(`a config is right in one frame only: ${read.issues[0]?.message}`);
  return { type: 'video', pointer, name, project: read.project };
}

/** The size of the frame, on which other values depend: read first, what is wrong reported later. */
function frameOf(input: unknown, options: ParseOptions): { width: number; height: number } {
  const given = Object.fromEntries(
    Object.entries(typeof input === 'object' && input !== null ? input : {}).filter(([name]) =>
      Object.hasOwn(sizeFields, name),
    ),
  );
  const place = { pointer: '', name: 'config', issues: new Issues() };
  const context: ProjectContext = { ...options, frame: { width: 0, height: 0 } };
  const size: ValuesOf<typeof sizeFields> = object(sizeFields).read(given, { ...place, context });
  const [width, height] = RESOLUTIONS[size.resolution];
  return { width: size.width ?? width, height: size.height ?? height };
}

function refuseDuplicateIds(scenes: readonly Scene[], issues: Issues): void {
  const seen = new Set<string>();
  for (const { id, pointer } of scenes) {
    if (id === null) continue;
    if (seen.has(id)) issues.add(`${pointer}/id`, 'Another scene has this id already.');
    seen.add(id);
  }
}

function refuseScenesWithoutLength(scenes: readonly Scene[], issues: Issues): void {
  for (const { durationMs, elements, pointer } of scenes) {
    if (durationMs !== null || elements.some(canGiveLength)) continue;
    issues.add(
      pointer,
      'Nothing gives this scene a length; give it a duration, an audio, a video or an image with a duration.',
    );
  }
}

/** What loops, or lasts as long as the scene, cannot say how long the scene lasts. */
function canGiveLength(element: TimelineElement): boolean {
  if (typeof element.duration === 'number') return true;
  if (element.type !== 'audio' && element.type !== 'video') return false;
  return element.duration === 'natural' && !element.loop;
}
