import { asWritten } from '../as-written.js';
import type { Members } from '../members.js';
import { hasField } from '../own-fields.js';
import { OwnObject } from '../own-object.js';
import { animate } from './animate.js';
import { animationsOf, type Animation } from './animation.js';
import { type Box, evenBox, shareIn, wholeBox } from './box.js';
import { type Draft, ownOf, type Part, placeDraft } from './element.js';
import { isKeyframes, keysOf, secondsAt, staticOf } from './keyframes.js';
import { noteColors, translateLayer } from './looks.js';
import { type Run, runsOf } from './markup.js';
import { fontSizeOf, setBackground, setFont, setLetters } from './text-look.js';
import {
  addTextAnimation,
  addWholeAnimation,
  isTextAnimation,
  type TextMotion,
} from './text-motion.js';
import { MOST_GROUPS } from './script.js';
import { clamp, round } from './units.js';

const MOST_LETTERS = 5000;
/** Texts of a group, which are those of the keyframes of a text. */
const MOST_TEXTS = 450;

/** A text: one element, or a group of texts that follow each other if the text changes. */
export function translateText(draft: Draft): Part[] {
  const { props, stage } = draft;
  const { report } = stage.script;
  const given = props.get('text');
  const states = isKeyframes(given) ? statesOf(draft) : null;
  const text = states === null ? textOf(given) : '';
  if (states === null && text.trim() === '') {
    report.note(props.pointer, 'The text is empty. The element is left out.');
    return [];
  }
  const { settings, area, fontSize, position } = lookOf(draft);
  const motion: TextMotion = { in: null, out: null, delay: 0 };
  const others: Animation[] = [];
  for (const animation of animationsOf(props, stage)) {
    if (isTextAnimation(animation))
      addTextAnimation(animation, motion, draft.timing.seconds, { stage, fontSize });
    else others.push(animation);
  }
  for (const animation of others) {
    // An end that is not known is one of the animations of a text.
    const isOpen = animation.window.kind === 'end' && draft.motion.seconds === null;
    if (isOpen) stage.script.report.awaitSources();
    if (isOpen && addWholeAnimation(animation, motion, null, stage)) continue;
    animate(animation, draft);
  }
  noteColors(props, 'text', stage, { blur: draft.transform.blur, motion: draft.motion });
  const one = (content: string, place: Box, isMoved: boolean) => {
    const own = ownOf(props, 'text');
    setContent(own, content, draft);
    own.setObject('settings', settings);
    if (isMoved) setMotion(own, motion, draft);
    if (position === null) return placed(own, place, props);
    // As large as its letters, in a group of the size of its area.
    own.set('position', position, props.at('x-anchor'));
    const group = placed(ownOf(props, 'group'), evenBox(place), props);
    return group.setList('elements', [own], props.at('text'));
  };
  // The times of a movement count from the start of the element, also if its letters appear later.
  const isLate = motion.delay > 0 && draft.motion.isSeen;
  if (states === null && !isLate) {
    const own = one(text, wholeBox(area), true);
    translateLayer(props, own, stage);
    placeDraft(draft, own, position === null ? 'text' : 'group', area);
    return [{ own, delay: motion.delay }];
  }
  const group = groupOf(draft, area, fontSize, (place) => {
    const shown = states ?? [{ from: motion.delay, until: null, content: text }];
    return shown.map(({ from, until, content }, index) => {
      const own = one(content, place, index === 0).set('start', from);
      return own.set('duration', until === null ? -2 : round(until - from));
    });
  });
  return [{ own: group, delay: 0 }];
}

function placed(own: OwnObject, { x, y, width, height }: Box, props: Members): OwnObject {
  own.set('x', x, props.at('x')).set('y', y, props.at('y'));
  return own.set('width', width, props.at('width')).set('height', height, props.at('height'));
}

const textOf = (given: unknown) =>
  (given === undefined || given === null ? '' : asWritten(given)).slice(0, MOST_LETTERS);

/** A text at a time. */
interface State {
  readonly from: number;
  /** Null: until the end. */
  readonly until: number | null;
  readonly content: string;
}

/** The texts that a text with keyframes shows, one after another. */
function statesOf({ props, stage, motion }: Draft): State[] {
  const { report } = stage.script;
  const at = props.at('text');
  const keys = keysOf(props.get('text') as never, at, report);
  const timed = keys.map(({ time, value }) => ({
    from: secondsAt(time, motion.seconds),
    content: textOf(value),
  }));
  if (timed.some(({ from }) => from === null))
    report.noteUnknown(
      at,
      'The length of the text is not known before its media are read, so its last state is left out.',
    );
  const known = timed.filter((state) => state.from !== null) as { from: number; content: string }[];
  const states = known.flatMap(({ from, content }, index) => {
    const until = known[index + 1]?.from ?? null;
    // The first state is shown from the start.
    const begins = index === 0 ? 0 : round(from);
    return until !== null && until - begins < 0.001 ? [] : [{ from: begins, until, content }];
  });
  const shown = states.filter(({ content }) => content.trim() !== '');
  if (shown.length > MOST_TEXTS)
    report.note(at, `A text changes ${MOST_TEXTS} times at most. The rest is left out.`);
  return shown.slice(0, MOST_TEXTS);
}

function setContent(own: OwnObject, content: string, { props, stage }: Draft): void {
  const at = props.at('text');
  const runs = runsOf(content, at, stage);
  const isPlain = runs.every(({ settings }) => Object.keys(settings).length === 0);
  const plain = runs.map(({ text }) => text).join('');
  if (isPlain) own.set('text', plain, at);
  else if (hasField('text', 'runs')) own.set('runs', runs.map(writtenRun), at);
  else own.set('text', plain, at);
}

const writtenRun = ({ text, settings }: Run) =>
  Object.keys(settings).length === 0 ? { text } : { text, settings };

interface Look {
  readonly settings: OwnObject;
  /** Where the letters are placed. */
  readonly area: Box;
  readonly fontSize: number | null;
  /** Where the letters are in the area if their lines are aligned otherwise. Null: where their lines are. */
  readonly position: string | null;
}

const ACROSS = ['left', 'center', 'right'] as const;
const DOWN = ['top', 'center', 'bottom'] as const;

/** The look of a text, and the area in which it stands. */
function lookOf(draft: Draft): Look {
  const { props, stage, geometry } = draft;
  const { report, frame } = stage.script;
  const settings = new OwnObject(props.pointer);
  setFont(props, settings, stage);
  setLetters(props, settings, stage);
  setBackground(props, settings, stage);
  const alignment = {
    x: shareIn(props, 'x-alignment', 0, stage),
    y: shareIn(props, 'y-alignment', 0, stage),
  };
  const size = fontSizeOf(props, 'font-size', stage);
  const least = fontSizeOf(props, 'font-size-minimum', stage);
  const most = fontSizeOf(props, 'font-size-maximum', stage);
  const { hasWidth, hasHeight, box, anchor, point } = geometry;
  const isFitted = size === null;
  if (isFitted) {
    settings.set('font-size', 'auto', props.at('font-size'));
    const vmin = Math.min(frame.width, frame.height);
    settings.set(
      'font-size-min',
      clamp(least ?? vmin / 100, 4, 1000),
      props.at('font-size-minimum'),
    );
    settings.set('font-size-max', clamp(most ?? vmin, 4, 1000), props.at('font-size-maximum'));
  } else settings.set('font-size', size, props.at('font-size'));
  // Without a side of its own, a text is as large as its letters, and its anchor places it.
  const isAcrossFree = !hasWidth && !isFitted;
  const isDownFree = !hasHeight && !isFitted;
  const wraps = staticOf(props, 'text-wrap', report) !== false;
  const isOneLine = !wraps || isAcrossFree || (isFitted && !hasHeight && hasWidth);
  settings.set('wrap', isOneLine ? 'none' : 'fill', props.at('text-wrap'));
  const across = isAcrossFree ? nearestThird(anchor.x) : nearestThird(alignment.x);
  const down =
    isDownFree || (isFitted && !hasHeight) ? nearestThird(anchor.y) : nearestThird(alignment.y);
  const lines = isAcrossFree ? alignedLines(draft, alignment.x) : across;
  const at = props.at(isAcrossFree && lines === across ? 'x-anchor' : 'x-alignment');
  settings.set('text-align', ACROSS[lines], at);
  settings.set('vertical-align', DOWN[down], props.at(isDownFree ? 'y-anchor' : 'y-alignment'));
  noteAlignment(draft, { isAcrossFree, isDownFree, alignment });
  if (staticOf(props, 'text-clip', report) === true)
    settings.set('overflow', 'ellipsis', props.at('text-clip'));
  else if (props.get('clip') === true) settings.set('overflow', 'clip', props.at('clip'));
  const x = isAcrossFree
    ? freeSide(point.x, stage.width, across)
    : { from: box.x, length: box.width };
  const y =
    isDownFree || (isFitted && !hasHeight)
      ? freeSide(point.y, stage.height, down)
      : { from: box.y, length: box.height };
  return {
    settings,
    area: { x: x.from, y: y.from, width: x.length, height: y.length },
    fontSize: size,
    position: lines === across ? null : positionOf(across, down),
  };
}

const positionOf = (across: number, down: number) =>
  across === 1 && down === 1 ? 'center' : `${DOWN[down]}-${ACROSS[across]}`;

const nearestThird = (share: number) => clamp(Math.round(share * 2), 0, 2);

/** A side that is long enough for any text, and has the anchor of the text at its start, its middle, or its end. */
function freeSide(point: number, whole: number, third: number) {
  const length = 2 * whole;
  return { from: point - (third / 2) * length, length };
}

function noteAlignment(
  { props, stage, geometry }: Draft,
  {
    isAcrossFree,
    isDownFree,
    alignment,
  }: { isAcrossFree: boolean; isDownFree: boolean; alignment: { x: number; y: number } },
): void {
  const { report } = stage.script;
  const isBetween = (share: number) =>
    Math.abs(share * 2 - Math.round(share * 2)) > 0.02 || share < 0 || share > 1;
  if (isBetween(isAcrossFree ? geometry.anchor.x : alignment.x))
    report.note(
      props.at(isAcrossFree ? 'x-anchor' : 'x-alignment'),
      'Texts are at the left, in the center, or at the right.',
    );
  if (isBetween(isDownFree ? geometry.anchor.y : alignment.y))
    report.note(
      props.at(isDownFree ? 'y-anchor' : 'y-alignment'),
      'Texts are at the top, in the middle, or at the bottom.',
    );
}

/** The side at which the lines of a text without a width are, which is that of its anchor with a single line. */
function alignedLines({ props, stage, geometry }: Draft, alignment: number): number {
  const text = props.get('text');
  const hasLines = typeof text === 'string' && text.includes('\n');
  const [own, anchor] = [nearestThird(alignment), nearestThird(geometry.anchor.x)];
  if (!hasLines || own === anchor) return anchor;
  // The lines are in a group of their own, around which one more may be.
  if (stage.depth + 2 <= MOST_GROUPS) return own;
  stage.script.report.note(
    props.has('x-alignment') ? props.at('x-alignment') : props.pointer,
    'The lines are aligned with the anchor of the text.',
  );
  return anchor;
}

function setMotion(own: OwnObject, motion: TextMotion, { props }: Draft): void {
  const at = props.at('animations');
  if (motion.in !== null) own.set('animate-in', motion.in, at);
  if (motion.out !== null) own.set('animate-out', motion.out, at);
}

/** A group around a text, which moves with it. Its frame is larger than the area, so that nothing of the text is cut. */
function groupOf(
  draft: Draft,
  area: Box,
  fontSize: number | null,
  inside: (place: Box) => OwnObject[],
): OwnObject {
  const { props, stage } = draft;
  const { frame } = stage.script;
  const margin = Math.ceil(fontSize ?? Math.min(frame.width, frame.height) / 10);
  const outer = {
    x: area.x - margin,
    y: area.y - margin,
    width: area.width + 2 * margin,
    height: area.height + 2 * margin,
  };
  const box = evenBox(outer);
  const place = wholeBox({ ...area, x: area.x - box.x, y: area.y - box.y });
  const own = ownOf(props, 'group');
  own.setList('elements', inside(place), props.at('text'));
  translateLayer(props, own, stage);
  const kept = { ...draft.geometry.box };
  placeDraft({ ...draft, geometry: { ...draft.geometry, box: kept } }, own, 'group', outer);
  return own;
}
