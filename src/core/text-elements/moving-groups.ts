import { about, boundsOf, type Matrix, translation, concatenated } from '../drawing/matrix.js';
import type { Rect } from '../drawing/path.js';
import { hides } from '../motion/pose.js';
import type { TextElement } from '../project/types/index.js';
import type { FrameAnimation, TextState, TextTimes } from '../timeline/text-states.js';
import type { PlacedText, TextCanvas } from './place-text-element.js';
import { type Posed, posed, posedWithin, UNPOSED } from './posed.js';
import {
  isEntrance,
  lookOf,
  momentsOf,
  type PartLook,
  partPose,
  shareOfPart,
  shownOfPart,
} from './text-motion.js';
import { lettersOf, partsOf, type TextPart, type TextPiece } from './text-parts.js';

/** How far a text slides, as a multiple of its font size. */
const SLIDE_SHARE = 2;
/** Letters reach beyond the edges of their line by less than this share of the font size. */
export const BEYOND_LINE = 0.15;

/** Parts of a text that move together, in the frame. */
export interface MovingGroup extends Posed {
  readonly parts: readonly TextPart[];
}

/** A text and how it moves. */
export interface MovingText {
  readonly element: TextElement;
  readonly placed: PlacedText;
  readonly times: TextTimes;
  readonly canvas: TextCanvas;
  readonly pieces: readonly TextPiece[];
  /** One for each piece. */
  readonly parts: readonly TextPart[];
  /** One for each letter; empty if nothing moves letter by letter. */
  readonly letters: readonly TextPart[];
}

/** What moves together with a part in an animation. */
interface PartPlace {
  readonly index: number;
  readonly count: number;
  /** In the frame. */
  readonly box: Rect;
  /** The line, in the frame. */
  readonly line: Rect;
}

/** The visible parts of a text in a state, in groups that look the same. */
export function movingGroups(text: MovingText, state: TextState): MovingGroup[] {
  const { parts, letters, times } = text;
  const { animateIn, animateOut } = times;
  const isWhole = (animation: FrameAnimation | null) => (animation?.by ?? 'element') === 'element';
  if (isWhole(animateIn) && isWhole(animateOut)) return [wholeGroup(text, state)];
  if (state.shown === 1 && state.remaining === 1) return [{ parts, ...UNPOSED }];
  const groups = new Map<string, { parts: TextPart[]; place: Posed }>();
  const atoms = letters.length > 0 ? letters : parts;
  const counts = {
    letter: atoms.length,
    word: text.placed.words.length,
    line: text.placed.lines.length,
  };
  atoms.forEach((part, ordinal) => {
    const indexes = { element: 0, line: part.line, word: part.word, letter: ordinal };
    const at = (animation: FrameAnimation | null) => indexes[animation?.by ?? 'element'];
    const key = `${at(animateIn)}/${at(animateOut)}`;
    let group = groups.get(key);
    if (!group) {
      const placeOf = (animation: FrameAnimation | null) =>
        placeOfPart(text, part, animation, { ordinal, counts });
      groups.set(key, (group = { parts: [], place: movedPart(text, state, placeOf) }));
    }
    group.parts.push(part);
  });
  return [...groups.values()]
    .filter(({ place }) => place.opacity > 0)
    .map(({ parts: together, place }) => ({ parts: together, ...place }));
}

/** How the boxes behind a text look: they move with the whole text, and appear with its first part. */
export function boxMotion(text: MovingText, state: TextState): Posed {
  const { times, placed } = text;
  const first = { index: 0, count: 2 };
  let opacity = 1;
  const whole = (animation: FrameAnimation | null, shown: number) => {
    if (animation === null || animation.by === 'element') return animation;
    opacity *= shownOfPart(animation, shown, first);
    return null;
  };
  const animateIn = whole(times.animateIn, state.shown);
  const animateOut = whole(times.animateOut, state.remaining);
  const { area } = placed;
  const place = { index: 0, count: 1, box: area, line: area };
  const moved = movedPart(
    { ...text, times: { ...times, animateIn, animateOut } },
    state,
    () => place,
  );
  return { ...moved, opacity: moved.opacity * opacity };
}

/** How the box of a line looks: it moves with its line, or else with the whole text. */
export function lineMotion(text: MovingText, state: TextState, line: number): Posed {
  const { area, lines, toFrame } = text.placed;
  const box = boundsOf(lines[line]!, toFrame);
  return movedPart(text, state, (animation) =>
    animation?.by === 'line'
      ? { index: line, count: lines.length, box, line: box }
      : { index: 0, count: 1, box: area, line: area },
  );
}

function wholeGroup(text: MovingText, state: TextState): MovingGroup {
  const { times, placed } = text;
  const { area } = placed;
  const place = { index: 0, count: 1, box: area, line: area };
  const moved = movedPart(text, state, () => place);
  const looks = [
    times.animateIn && lookOf(times.animateIn, state.shown),
    times.animateOut && lookOf(times.animateOut, state.remaining),
  ];
  const share = (name: 'letters' | 'words') => Math.min(...looks.map((look) => look?.[name] ?? 1));
  return { ...moved, parts: firstParts(text, share('letters'), share('words')) };
}

/** Where a part is in a state: between its entrance and its exit, which goes on in the direction of the entrance. */
function movedPart(
  text: MovingText,
  state: TextState,
  placeOf: (animation: FrameAnimation | null) => PartPlace,
): Posed {
  const { animateIn, animateOut } = text.times;
  let moved = UNPOSED;
  for (const [animation, leaves] of [
    [animateIn, false],
    [animateOut, true],
  ] as const) {
    if (animation === null) continue;
    const place = placeOf(animation);
    const moments = momentsOf(state, text.times, place);
    const shown = leaves ? moments.remaining : moments.shown;
    if (shown >= 1) continue;
    const looks = isEntrance(animation) ? entrancePosed : letterPosed;
    moved = posedWithin(moved, looks(text, animation, place, { shown, leaves }));
  }
  return moved;
}

interface Moment {
  readonly shown: number;
  readonly leaves: boolean;
}

/** A part in a style of texts. */
function letterPosed(
  text: MovingText,
  animation: FrameAnimation,
  place: PartPlace,
  { shown, leaves }: Moment,
): Posed {
  const look = lookOf(animation, shown);
  const isHidden = place.count > 1 && (look.letters === 0 || look.words === 0);
  const { fontSize } = text.placed.style;
  return {
    matrix: matrixOf(look, leaves ? -1 : 1, place, distanceOf(text, animation, place)),
    clip: animation.style === 'reveal' ? expanded(place.line, fontSize) : null,
    opacity: isHidden ? 0 : look.opacity,
    blur: 0,
  };
}

/** A part in a style of other elements. */
function entrancePosed(
  { placed, canvas }: MovingText,
  animation: FrameAnimation,
  { box, count }: PartPlace,
  moment: Moment,
): Posed {
  const { fontSize } = placed.style;
  const { frame, fps } = canvas;
  const frames = animation.frames * shareOfPart(animation, count);
  const pose = partPose(animation, moment, {
    box: { x: box.left, y: box.top, width: box.right - box.left, height: box.bottom - box.top },
    ...{ frame, fontSize, seconds: (frames * fps.den) / fps.num },
  });
  if (hides(pose)) return { ...UNPOSED, opacity: 0 };
  const center = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  return posed(pose, box, center, BEYOND_LINE * fontSize);
}

function matrixOf(
  { shiftX, shiftY, scaleX, scaleY, rotation }: PartLook,
  sign: 1 | -1,
  { box }: PartPlace,
  distance: number,
): Matrix {
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const shift = translation(sign * shiftX * distance, sign * shiftY * distance);
  if (rotation === 0) {
    return {
      ...{ a: scaleX, b: 0, c: 0, d: scaleY },
      e: x * (1 - scaleX) + shift.e,
      f: y * (1 - scaleY) + shift.f,
    };
  }
  const angle = (sign * rotation * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const turned = {
    a: cos * scaleX,
    b: sin * scaleX,
    c: -sin * scaleY,
    d: cos * scaleY,
    e: 0,
    f: 0,
  };
  return concatenated(about(turned, x, y), shift);
}

/** In pixels. */
function distanceOf(
  { placed: { style }, canvas: { frame } }: MovingText,
  { style: name, direction, distance }: FrameAnimation,
  { line }: PartPlace,
): number {
  if (distance !== null) return distance.px + distance.em * style.fontSize;
  const isVertical = direction === null || direction === 'up' || direction === 'down';
  if (name === 'fly') return isVertical ? frame.height : frame.width;
  if (name !== 'reveal') return style.fontSize * SLIDE_SHARE;
  const beyond = 2 * BEYOND_LINE * style.fontSize;
  return (isVertical ? line.bottom - line.top : line.right - line.left) + beyond;
}

function expanded({ left, top, right, bottom }: Rect, fontSize: number): Rect {
  const by = BEYOND_LINE * fontSize;
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

function placeOfPart(
  { placed }: MovingText,
  part: TextPart,
  animation: FrameAnimation | null,
  {
    ordinal,
    counts,
  }: {
    readonly ordinal: number;
    readonly counts: Readonly<Record<'letter' | 'word' | 'line', number>>;
  },
): PartPlace {
  const { area, lines, words, toFrame } = placed;
  const line = boundsOf(lines[part.line]!, toFrame);
  const by = animation?.by ?? 'element';
  if (by === 'element') return { index: 0, count: 1, box: area, line: area };
  if (by === 'line') return { index: part.line, count: counts.line, box: line, line };
  const word = words[part.word]!;
  const inLine = lines[part.line]!;
  const along =
    by === 'word' ? { left: word.originX + word.left, right: word.originX + word.right } : part;
  const box = boundsOf({ ...inLine, left: along.left, right: along.right }, toFrame);
  return { index: by === 'word' ? part.word : ordinal, count: counts[by], box, line };
}

/** The parts of the first letters and words. */
function firstParts(text: MovingText, letterShare: number, wordShare: number): readonly TextPart[] {
  const { placed, pieces, parts, canvas } = text;
  const words = Math.ceil(placed.words.length * wordShare);
  if (letterShare >= 1) return parts.filter(({ word }) => word < words);
  const shown = pieces.filter(({ word }) => word < words);
  const letters = shown.map(({ glyphs }) => lettersOf(glyphs));
  const total = letters.reduce((sum, { length }) => sum + length, 0);
  let remaining = Math.ceil(total * letterShare);
  const visible = shown.flatMap((piece, index): TextPiece[] => {
    const all = letters[index]!;
    const first = all.slice(0, Math.max(0, remaining));
    remaining -= first.length;
    if (first.length === 0) return [];
    if (first.length === all.length) return [piece];
    const starts = new Set(first.map(([glyph]) => glyph!.start));
    const glyphs = piece.glyphs.filter(({ start }) => starts.has(start));
    return [{ ...piece, glyphs, right: null }];
  });
  return partsOf(placed, visible, canvas.shaper, false);
}
