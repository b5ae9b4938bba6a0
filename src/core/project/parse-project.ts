import { object, type ValuesOf } from '../fields/composites.js';
import { type Issue, Issues } from '../fields/issues.js';
import type { ProjectContext } from '../fields/context.js';
import type { ParsedOutput } from './fields/outputs.js';
import { projectObject, sizeFields } from './fields/project.js';
import { separateSubtitles } from './fields/scene.js';
import { givenCaptionSettings } from './given-caption-settings.js';
import { DEFAULT_LIMITS, limitMessage, type Limits } from '../budget/limits.js';
import { sequenceIssues } from './sequence-issues.js';
import { boundsProblem, sizeOf } from './variables/input-bounds.js';
import { innerLists } from '../timeline/flatten-elements.js';
import type { FactsOfSources } from './types/source-facts.js';
import { RESOLUTIONS } from './types/resolutions.js';
import type {
  Delivery,
  ParseResult,
  ProjectOutput,
  Scene,
  SubtitlesElement,
  TimelineElement,
} from './types/index.js';

/** The settings, fonts, and limits of this installation. */
export interface ParseOptions extends Omit<ProjectContext, 'frame' | 'captionDefaults'> {
  readonly limits?: Limits;
  /** As for importers: what is known of the sources of the config. */
  readonly facts?: FactsOfSources;
}

export type { ParseResult } from './types/project.js';

/**
 * Checks a video config and fills in defaults.
 *
 * Finds all issues in one pass, each with its JSON pointer. Never throws, for any input.
 */
export function parseProject(input: unknown, options: ParseOptions): ParseResult {
  const problem = boundsProblem(input);
  if (problem !== null) return { ok: false, issues: [{ pointer: '', message: problem }] };
  return parseForFrame(frameOf(input, options), input, options);
}

/** Reads a config for a frame of a given size. */
function parseForFrame(
  frame: ProjectContext['frame'],
  input: unknown,
  options: ParseOptions,
): ParseResult {
  const issues = new Issues();
  const captionDefaults = { ...options.subtitleDefaults, ...givenCaptionSettings(input) };
  const context: ProjectContext = { ...options, frame, captionDefaults };
  const given = projectObject.read(input ?? null, { pointer: '', name: 'config', issues, context });
  const parsedScenes = given.scenes.filter((scene) => scene !== null);
  const scenes = parsedScenes.map(({ scene }) => scene);
  const { others, subtitles } = separateSubtitles(given.elements);
  const allSubtitles = [...parsedScenes.flatMap((scene) => scene.subtitles), ...subtitles];
  refuseIncompleteSize(given, issues);
  refuseFirstTransition(scenes, issues);
  refuseDuplicateIds(scenes, issues);
  refuseExtraSubtitles(allSubtitles, issues);
  refuseSceneCaptions(scenes, allSubtitles[0] ?? null, issues);
  // An issue inside a scene can hide the element that gives the scene its length.
  if (issues.count === 0) refuseScenesWithoutLength(scenes, others, issues);
  if (issues.count === 0)
    refuseSequences([...scenes.map(({ elements }) => elements), others], issues);
  if (issues.count === 0) refuseManyShapes(given.outputs, input, options.limits, issues);
  const outputs =
    issues.count > 0
      ? []
      : given.outputs.flatMap((output) => outputOf(output, input, options, issues));
  if (issues.count > 0) return { ok: false, issues: issues.all() };
  return {
    ok: true,
    project: {
      ...frame,
      fps: given.fps,
      quality: given.quality,
      keyframeInterval: given['keyframe-interval'],
      draft: given.draft,
      loudness: given.loudness,
      comment: given.comment,
      clientData: given['client-data'] ?? null,
      delivery: deliveryOf(given),
      priority: given.priority,
      scenes,
      elements: others,
      subtitles: allSubtitles[0] ?? null,
      outputs,
      stills: given.stills,
      notes: notesOf(given),
      withSources: null,
    },
  };
}

type Given = ReturnType<typeof projectObject.read>;
type DeliveryFields = 'webhook' | 'destinations' | 'filename' | 'stills';

/** The video of stills is a short part, which must not replace the video that a destination has. */
function deliveryOf({
  webhook: webhooks,
  destinations,
  filename,
  stills,
}: Pick<Given, DeliveryFields>): Delivery {
  if (stills === null) return { webhooks, destinations, filename, stills: false };
  return { webhooks, destinations: [], filename, stills: true };
}

function notesOf({ destinations, stills }: Pick<Given, 'destinations' | 'stills'>): Issue[] {
  if (stills === null || destinations.length === 0) return [];
  const message = 'With "stills", nothing is delivered to "destinations".';
  return [{ pointer: '/destinations', message }];
}

/** The config is read once for each shape, so all shapes together have a limit. */
function refuseManyShapes(
  outputs: readonly ParsedOutput[],
  input: unknown,
  limits: Limits | undefined,
  issues: Issues,
): void {
  const { values: most } = limits ?? DEFAULT_LIMITS;
  const shapes = outputs.filter(({ type }) => type === 'video').length;
  if (shapes === 0) return;
  const values = sizeOf(input).values * (1 + shapes);
  if (values > most) issues.add('/outputs', limitMessage('values', most, values));
}

/** Reads the config again for the frame of an output. A length in parts of the frame can be too large only there. */
function outputOf(
  output: ParsedOutput,
  input: unknown,
  options: ParseOptions,
  issues: Issues,
): ProjectOutput[] {
  if (output.type !== 'video') return [output];
  const { pointer, name, frame } = output;
  const shape = { ...(input as object), outputs: [] };
  const read = parseForFrame(frame, shape, options);
  if (read.ok) return [{ type: 'video', pointer, name, project: read.project }];
  const { width, height } = frame;
  for (const issue of read.issues) {
    issues.add(
      issue.pointer,
      `In the frame of ${width}x${height} pixels (${pointer}): ${issue.message}`,
    );
  }
  return [];
}

/** The size of the frame, which other values depend on. Its issues are reported later. */
function frameOf(input: unknown, options: ParseOptions): { width: number; height: number } {
  const given = Object.fromEntries(
    Object.entries(typeof input === 'object' && input !== null ? input : {}).filter(([name]) =>
      Object.hasOwn(sizeFields, name),
    ),
  );
  const place = { pointer: '', name: 'config', issues: new Issues() };
  const context: ProjectContext = {
    ...options,
    captionDefaults: {},
    frame: { width: 0, height: 0 },
  };
  const size: ValuesOf<typeof sizeFields> = object(sizeFields).read(given, { ...place, context });
  const [width, height] = RESOLUTIONS[size.resolution];
  return { width: size.width ?? width, height: size.height ?? height };
}

function refuseIncompleteSize(
  { resolution, width, height }: ValuesOf<typeof sizeFields>,
  issues: Issues,
): void {
  if (resolution === 'custom' && (width === null || height === null)) {
    issues.add('/resolution', 'The resolution "custom" requires "width" and "height".');
  }
}

function refuseFirstTransition(scenes: readonly Scene[], issues: Issues): void {
  if (scenes[0]?.transition && scenes[0].pointer === '/scenes/0') {
    issues.add('/scenes/0/transition', 'The first scene cannot have a transition. Remove it.');
  }
}

function refuseDuplicateIds(scenes: readonly Scene[], issues: Issues): void {
  const seen = new Set<string>();
  for (const { id, pointer } of scenes) {
    if (id === null) continue;
    if (seen.has(id)) issues.add(`${pointer}/id`, 'Another scene already has this ID.');
    seen.add(id);
  }
}

function refuseExtraSubtitles(subtitles: readonly SubtitlesElement[], issues: Issues): void {
  for (const { pointer } of subtitles.slice(1)) {
    issues.add(pointer, 'A video can have only one subtitles element. Remove the others.');
  }
}

/** A video has one caption font file and one delay, and a scene without captions has no look of captions. */
function refuseSceneCaptions(
  scenes: readonly Scene[],
  subtitles: SubtitlesElement | null,
  issues: Issues,
): void {
  for (const { captionSettings, pointer } of scenes) {
    if (captionSettings === null) continue;
    const at = `${pointer}/caption-settings`;
    if (subtitles === null) {
      issues.add(at, 'The video has no captions. Add a subtitles element.');
    } else if (captionSettings.fontUrl !== subtitles.settings.fontUrl) {
      issues.add(`${at}/font-url`, 'A scene has the font of the subtitles element. Set it there.');
    } else if (captionSettings.offsetMs !== subtitles.settings.offsetMs) {
      issues.add(`${at}/offset`, 'A scene has the delay of the subtitles element. Set it there.');
    }
  }
}

function refuseSequences(lists: readonly (readonly TimelineElement[])[], issues: Issues): void {
  for (const elements of lists) {
    for (const { pointer, message } of sequenceIssues(elements)) issues.add(pointer, message);
    refuseSequences(elements.flatMap(innerLists), issues);
  }
}

function refuseScenesWithoutLength(
  scenes: readonly Scene[],
  ofVideo: readonly TimelineElement[],
  issues: Issues,
): void {
  const hasEnd = ofVideo.some(setsLength);
  for (const { durationMs, outlasts, elements, pointer } of scenes) {
    if (durationMs !== null || elements.some(setsLength) || (outlasts && hasEnd)) continue;
    issues.add(
      pointer,
      'The scene has no length. Set its "duration", or add an audio or video element, or an element with a "duration".',
    );
  }
}

/** An element that loops, or that is as long as the scene, cannot determine the length of the scene. */
function setsLength(element: TimelineElement): boolean {
  if (typeof element.duration === 'number') return true;
  if (element.type === 'group' && element.duration === 'natural') {
    return element.elements.some(setsLength);
  }
  if (element.type !== 'audio' && element.type !== 'video') return false;
  return element.duration === 'natural' && !element.loop;
}
