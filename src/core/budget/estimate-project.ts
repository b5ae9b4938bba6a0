import type {
  DrawnElement,
  GroupElement,
  Project,
  ShapeElement,
  TextElement,
  TimelineElement,
  WordList,
} from '../project/types/index.js';
import { framesOfMs } from '../time/time.js';
import { flattenElements } from '../timeline/flatten-elements.js';
import { blendLayers } from './blend-layers.js';
import { captionPasses } from './caption-passes.js';
import { type Estimate, Tally } from './estimate.js';

const MEGAPIXEL = 1_000_000;
/** A moving part is divided into segments of about this length, each with its own painting. */
const SEGMENT_MS = 10_000;

/** The shape of a video, and where its costs go. */
interface Scope {
  readonly shape: Project;
  readonly tally: Tally;
  /** Length of the scene or the video that contains an element; null if only its sources tell. */
  readonly containerMs: number | null;
}

/**
 * Estimates what a video costs from what its config says, in one pass over the config and its other shapes.
 * Lengths that only the sources tell count as nothing. A job counts these when it knows them
 * (`estimateTimeline`).
 */
export function estimateProject(project: Project): Estimate {
  const tally = new Tally();
  const others = project.outputs.flatMap((output) =>
    output.type === 'video' ? [output.project] : [],
  );
  for (const shape of [project, ...others]) addShape(shape, tally);
  return tally.estimate;
}

function addShape(shape: Project, tally: Tally): void {
  let totalMs = 0;
  for (const { pointer, durationMs, elements } of shape.scenes) {
    const containerMs = durationMs;
    totalMs += durationMs ?? 0;
    tally.add('elements', 1, pointer);
    tally.add('frames', framesOfMs(durationMs ?? 0, shape.fps), pointer);
    for (const element of elements) addElement(element, { shape, tally, containerMs });
  }
  for (const element of shape.elements) {
    addElement(element, { shape, tally, containerMs: totalMs > 0 ? totalMs : null });
  }
  addCaptions(shape, tally);
}

function addElement(element: TimelineElement, scope: Scope): void {
  scope.tally.add('elements', 1, element.pointer);
  if (element.type !== 'audio') addCompositing(element, scope);
  switch (element.type) {
    case 'text':
      return addText(element, scope);
    case 'shape':
      return addPainting(element, scope);
    case 'image':
      return isMoving(element) ? addMovement(element, scope) : undefined;
    case 'video':
      return addMovement(element, scope);
    case 'group':
      return addGroup(element, scope);
    case 'audio':
      return undefined;
    default:
      return element satisfies never;
  }
}

/** What blending an element costs, and its matte. */
function addCompositing(element: DrawnElement, scope: Scope): void {
  addMovement(element, scope, blendLayers(element.blend));
  if (element.matte === null) return;
  const containerMs = lengthOf(element, scope);
  addElement(element.matte.element, { ...scope, containerMs });
}

/** The elements of a group have its length, as far as the config tells. */
function addGroup(element: GroupElement, scope: Scope): void {
  const containerMs = lengthOf(element, scope);
  if (element.elements.some(isMoving)) addMovement(element, scope);
  for (const one of element.elements) addElement(one, { ...scope, containerMs });
}

function addText(element: TextElement, scope: Scope): void {
  const { tally, shape } = scope;
  const { pointer, text } = element;
  const frames = framesOfMs(lengthOf(element, scope) ?? Infinity, shape.fps);
  const inMs = Math.max(element.fadeInMs, element.animateIn?.durationMs ?? 0);
  const outMs = Math.max(element.fadeOutMs, element.animateOut?.durationMs ?? 0);
  const states = 1 + framesOfMs(inMs, shape.fps) + framesOfMs(outMs, shape.fps);
  tally.add('glyphs', text.length, pointer);
  tally.add('drawnGlyphs', text.length * Math.min(states, Math.max(1, frames)), pointer);
}

function addPainting(element: ShapeElement, scope: Scope): void {
  const isMoving = Boolean(element.outline.rotation?.speed);
  const lengthMs = lengthOf(element, scope) ?? 0;
  const paintings = isMoving ? Math.max(1, Math.ceil(lengthMs / SEGMENT_MS)) : 1;
  const { width, height } = boxOf(element, scope.shape);
  const painted = (width * height * paintings) / MEGAPIXEL;
  scope.tally.add('shapeMegapixels', painted, element.pointer);
  if (isMoving) addMovement(element, scope);
}

/** Whether a picture moves, or something in a group. */
function isMoving(element: TimelineElement): boolean {
  if (element.type === 'video') return true;
  if (element.type === 'audio' || element.type === 'text') return false;
  const motion = element.type === 'image' ? element.motion : null;
  if (motion !== null || element.outline.rotation?.speed) return true;
  return element.type === 'group' && element.elements.some(isMoving);
}

/** @param layers how many moving layers cost as much */
function addMovement(element: DrawnElement, scope: Scope, layers = 1): void {
  const { shape, tally } = scope;
  const frames = framesOfMs(lengthOf(element, scope) ?? 0, shape.fps);
  const { width, height } = boxOf(element, shape);
  const area = Math.min(width * height, shape.width * shape.height);
  tally.add('movingMegapixels', (area * frames * layers) / MEGAPIXEL, element.pointer);
}

function boxOf(
  { width, height }: { readonly width: number | null; readonly height: number | null },
  frame: { readonly width: number; readonly height: number },
): { width: number; height: number } {
  return {
    width: width ?? height ?? frame.width,
    height: height ?? width ?? frame.height,
  };
}

/** The length of an element in milliseconds, or null if only its source tells. */
function lengthOf({ type, duration }: TimelineElement, { containerMs }: Scope): number | null {
  if (typeof duration === 'number') return Math.min(duration, containerMs ?? duration);
  if ((type === 'video' || type === 'group') && duration === 'natural') return null;
  return containerMs;
}

/** Captions whose words are known. A job counts recognized and fetched words when it has them. */
function addCaptions({ subtitles, scenes, elements, fps }: Project, tally: Tally): void {
  if (subtitles === null) return;
  const { text, words, captions, pointer, settings } = subtitles;
  const passes = captionPasses(settings.style, fps);
  const add = (characters: number, at: string) => {
    tally.add('glyphs', characters, at);
    tally.add('drawnGlyphs', characters * passes, at);
  };
  if (words !== null) return add(lengthOfWords(words), pointer);
  if (captions !== null) return add('text' in captions ? captions.text.length : 0, pointer);
  if (text !== null) return add(text.length, pointer);
  for (const element of flattenElements([
    ...scenes.flatMap((scene) => scene.elements),
    ...elements,
  ])) {
    if (element.type !== 'audio') continue;
    const length = element.words ? lengthOfWords(element.words) : (element.text?.length ?? 0);
    add(length, element.pointer);
  }
}

function lengthOfWords({ words }: WordList): number {
  return words.reduce((sum, { text }) => sum + text.length, 0);
}
