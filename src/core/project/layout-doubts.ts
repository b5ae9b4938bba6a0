import type { Issue } from '../fields/issues.js';
import { boundsOf } from '../drawing/matrix.js';
import type { Rect } from '../drawing/path.js';
import type { TextShaper } from '../text/types.js';
import { type PlacedText, placeTextElement } from '../text-elements/place-text-element.js';
import type { Size } from '../timeline/box.js';
import { groupCanvas } from '../timeline/groups.js';
import type { ElementPlacement, Project, TextElement, TimelineElement } from './types/index.js';

/** Rounding is not worth a warning. */
const TOLERANCE_PX = 2;
/** How far most letters reach above and below the baseline, as a share of the font size. */
const [ASCENT, DESCENT] = [0.7, 0.2];

/** Warns about texts that the edge of the frame cuts, and about pictures and shapes outside of it. */
export function layoutDoubts(project: Project, shaper: TextShaper): Issue[] {
  const shapes = project.outputs.flatMap((output) =>
    output.type === 'video' ? [output.project] : [],
  );
  return [project, ...shapes].flatMap((shape) => doubtsOfShape(shape, shaper));
}

function doubtsOfShape({ scenes, elements, width, height }: Project, shaper: TextShaper): Issue[] {
  const all = [...scenes.flatMap((scene) => scene.elements), ...elements];
  return doubtsOfElements(all, { name: 'frame', width, height }, shaper);
}

/** What elements are placed in: the frame, or a group. */
interface Surroundings extends Size {
  readonly name: 'frame' | 'group';
}

function doubtsOfElements(
  elements: readonly TimelineElement[],
  frame: Surroundings,
  shaper: TextShaper,
): Issue[] {
  return elements.flatMap((element): Issue[] => {
    if (element.type === 'audio') return [];
    if (element.type === 'text') return textDoubts(element, frame, shaper);
    const box = knownBox(element);
    if (box !== null && isOutside(box, frame)) {
      const message = `The element is outside of ${nameOf(frame)}.`;
      return [{ pointer: element.pointer, message }];
    }
    if (element.type !== 'group') return [];
    const { width, height } = groupCanvas(element, frame);
    return doubtsOfElements(element.elements, { name: 'group', width, height }, shaper);
  });
}

function textDoubts(element: TextElement, frame: Surroundings, shaper: TextShaper): Issue[] {
  const { pointer } = element;
  const placed = placeTextElement(element, { frame, shaper });
  const ink = inkOf(placed);
  if (ink === null) return [];
  if (isOutside(ink, frame)) {
    return [{ pointer, message: `The text is outside of ${nameOf(frame)}.` }];
  }
  const cut = Math.ceil(
    Math.max(-ink.left, -ink.top, ink.right - frame.width, ink.bottom - frame.height),
  );
  if (cut <= TOLERANCE_PX) return [];
  return [{ pointer, message: `The text is up to ${cut} pixels outside of ${nameOf(frame)}.` }];
}

/** The area of the letters, roughly; null for a text without letters. */
function inkOf({ words, toFrame, style: { fontSize } }: PlacedText): Rect | null {
  const glyphs = words.flatMap(({ originX, glyphs }) =>
    glyphs.map(({ left, advance }) => ({ left: originX + left, right: originX + left + advance })),
  );
  if (glyphs.length === 0) return null;
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b));
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));
  const baselines = words.map(({ baseline }) => baseline);
  const ink = {
    left: least(glyphs.map(({ left }) => left)),
    right: most(glyphs.map(({ right }) => right)),
    top: least(baselines) - ASCENT * fontSize,
    bottom: most(baselines) + DESCENT * fontSize,
  };
  return boundsOf(ink, toFrame);
}

/** The box of an element whose place does not depend on its content; null if it does. */
function knownBox({
  x,
  y,
  width,
  height,
}: Pick<ElementPlacement, 'x' | 'y' | 'width' | 'height'>): Rect | null {
  if (x === null || y === null || width === null || height === null) return null;
  return { left: x, top: y, right: x + width, bottom: y + height };
}

function isOutside(box: Rect, { width, height }: Size): boolean {
  return box.right <= 0 || box.bottom <= 0 || box.left >= width || box.top >= height;
}

function nameOf({ name, width, height }: Surroundings): string {
  return `the ${name} of ${width}x${height} pixels`;
}
