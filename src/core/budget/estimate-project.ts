import type {
  DrawnElement,
  ElementMovement,
  GroupElement,
  Project,
  ShapeElement,
  TextAnimation,
  TextElement,
  TimelineElement,
  WordList,
} from '../project/types/index.js';
import { crossedRows } from '../raster/svg-path.js';
import { framesOfMs } from '../time/time.js';
import { flattenElements } from '../timeline/flatten-elements.js';
import { blendLayers } from './blend-layers.js';
import { captionPasses } from './caption-passes.js';
import { layoutsOf } from '../text/fit-steps.js';
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
  addVoices(project, tally);
  return tally.estimate;
}

/** All shapes of a video have the same voices, which speak once. */
function addVoices({ scenes, elements }: Project, tally: Tally): void {
  for (const element of allElements(scenes, elements)) {
    if (element.type !== 'audio' || element.voice === undefined) continue;
    tally.add('voiceCharacters', element.text?.length ?? 0, element.pointer);
  }
}

function allElements(
  scenes: Project['scenes'],
  elements: Project['elements'],
): readonly TimelineElement[] {
  return flattenElements([...scenes.flatMap((scene) => scene.elements), ...elements]);
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
      if (element.page) scope.tally.add('htmlPages', 1, element.pointer);
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

/** Whether an element moves as a whole. */
function moves({ keyframes, animateIn, animateOut, animate }: ElementMovement): boolean {
  return animateIn !== null || animateOut !== null || animate !== null || hasKeyframes(keyframes);
}

const hasKeyframes = (keyframes: ElementMovement['keyframes']) => Object.keys(keyframes).length > 0;

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
  if (isMoving(element)) addMovement(element, scope);
  for (const one of element.elements) addElement(one, { ...scope, containerMs });
}

function addText(element: TextElement, scope: Scope): void {
  const { tally, shape } = scope;
  const { pointer, text } = element;
  const lengthMs = lengthOf(element, scope);
  const frames = framesOfMs(lengthMs ?? Infinity, shape.fps);
  const inMs = Math.max(element.fadeInMs, motionMs(element.animateIn, text.length));
  const outMs = Math.max(element.fadeOutMs, motionMs(element.animateOut, text.length));
  const own = 1 + framesOfMs(inMs, shape.fps) + framesOfMs(outMs, shape.fps);
  const states = isMoving(element) && lengthMs !== null ? frames : own;
  tally.add('glyphs', text.length * layoutsOf(element.settings), pointer);
  tally.add('drawnGlyphs', text.length * Math.min(states, Math.max(1, frames)), pointer);
}

/** How long all parts of a text move together at most: there are no more parts than characters. */
function motionMs(animation: TextAnimation | null, characters: number): number {
  if (animation === null) return 0;
  const { durationMs, staggerMs, by } = animation;
  const parts = by === 'element' ? 1 : Math.max(1, characters);
  return durationMs + (staggerMs ?? 0) * (parts - 1);
}

function addPainting(element: ShapeElement, scope: Scope): void {
  const isMoving = moves(element.movement) || Boolean(element.outline.rotation?.speed);
  const lengthMs = lengthOf(element, scope) ?? 0;
  const paintings = isMoving ? Math.max(1, Math.ceil(lengthMs / SEGMENT_MS)) : 1;
  const { width, height } = boxOf(element, scope.shape);
  const { path, stroke } = element;
  const rows = path === undefined ? 0 : crossedRows(path, height, stroke?.width ?? 0);
  const painted = ((width * height + rows) * paintings) / MEGAPIXEL;
  scope.tally.add('shapeMegapixels', painted, element.pointer);
  if (isMoving) addMovement(element, scope);
}

/** Whether a picture moves, or something in a group. */
function isMoving(element: TimelineElement): boolean {
  if (element.type === 'video') return true;
  if (element.type === 'audio') return false;
  if (element.type === 'text') return moves(element.movement) || Boolean(element.rotation?.speed);
  const motion = element.type === 'image' ? element.motion : null;
  if (motion !== null || element.outline.rotation?.speed) return true;
  if ('movement' in element && moves(element.movement)) return true;
  if (element.type !== 'group') return false;
  return element.waveform !== undefined || element.elements.some(isMoving);
}

/** @param layers how many moving layers cost as much */
function addMovement(element: DrawnElement, scope: Scope, layers = 1): void {
  const { shape, tally } = scope;
  const frames = framesOfMs(lengthOf(element, scope) ?? 0, shape.fps);
  const { width, height } = boxOf(element, shape);
  // An element that moves as a whole may grow to the frame.
  const isWhole = 'movement' in element && moves(element.movement);
  const box = isWhole ? Infinity : width * height;
  const area = Math.min(box, shape.width * shape.height);
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
  for (const element of allElements(scenes, elements)) {
    if (element.type !== 'audio') continue;
    const length = element.words ? lengthOfWords(element.words) : (element.text?.length ?? 0);
    add(length, element.pointer);
  }
}

function lengthOfWords({ words }: WordList): number {
  return words.reduce((sum, { text }) => sum + text.length, 0);
}
