import type { Members } from '../members.js';
import { OwnObject } from '../own-object.js';
import type { Clip, ClipTime } from './clip.js';
import type { Edit } from './edit.js';
import { noteUnread, numberIn, objectIn, rounded } from './fields.js';
import type { Begin } from './media.js';
import { setMotion } from './motion.js';
import {
  type Box,
  boxOf,
  editedFrame,
  type Placement,
  placementOf,
  setBox,
  sideOf,
} from './placement.js';
import { type Transition, transitionsOf } from './transitions.js';
import { isTweened, type Tween, tweensIn } from './tweens.js';

const LONGEST_TEXT = 5_000;
const MOST_RUNS = 200;
/** Lengths of the animations of texts. */
const ANIMATION = { min: 0.05, max: 10 };
const SLIDE = 0.025;

/** A part of a text with a look of its own. */
export interface Run {
  readonly text: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** A text in its box. */
export interface TextContent {
  /** Its runs; one without settings for a text in one look. */
  readonly runs: readonly Run[];
  readonly settings: OwnObject;
  /** How it appears by itself, besides the transition of its clip. */
  readonly animateIn: object | null;
  /** The place of the text in the original. */
  readonly at: string;
}

/** What a text is made for. */
export interface TextScope {
  readonly clip: Clip;
  readonly time: ClipTime;
  readonly edit: Edit;
  readonly begin: Begin;
}

/** Where a text is, and how many pixels of the video each of its own is large. */
export interface TextPlace {
  readonly placement: Placement;
  readonly box: Box;
  readonly factor: number;
}

/** The box of a text: that of its clip, or of its asset, or the frame. It grows with the scale of the clip. */
export function textPlace({ clip, edit }: TextScope, isEmpty = false): TextPlace {
  const { members, asset } = clip;
  const placement = placementOf(members, edit);
  const whole = editedFrame(edit);
  const size = {
    width: placement.given.width ?? sideOf(asset, 'width', edit) ?? whole.width,
    height: placement.given.height ?? sideOf(asset, 'height', edit) ?? whole.height,
  };
  for (const side of ['width', 'height']) asset.get(side);
  // What has no letters is a shape, which moves like a picture.
  const scale = isEmpty ? placement.scale : scaleAtRest(members, placement, edit);
  const still = { ...placement, scale };
  const box = boxOf(still, size, edit);
  return {
    placement: still,
    box: isEmpty ? box : moveToEnd(box, members, edit),
    factor: edit.factor * scale,
  };
}

/** Texts do not grow and shrink here, so they have the size that they have in the end. */
function scaleAtRest(members: Members, { scale }: Placement, { report }: Edit): number {
  const tweens = tweensIn(members, 'scale', report);
  if (tweens === null) return scale;
  report.note(members.at('scale'), 'A text does not grow or shrink. It has its size at the end.');
  return Math.min(20, Math.max(0.01, tweens.at(-1)!.to));
}

/** A text, or the box behind an empty one, at its place and with its motion. */
export function textElement(content: TextContent, place: TextPlace, scope: TextScope): OwnObject[] {
  const { clip, edit, begin } = scope;
  const { settings, at } = content;
  const runs = shortened(content.runs, at, edit);
  const text = runs.map((run) => run.text).join('');
  if (text.trim() === '') {
    const box = boxElement(content, place, scope);
    return settings.get('box-color') === undefined ? [] : [box];
  }
  const angle = angleOf(clip.members, place.placement, edit);
  const own =
    angle === 0 ? begin('text', clip) : new OwnObject(clip.members.pointer).set('type', 'text');
  setBox(own, place.box, clip.members, edit);
  const [only] = runs;
  if (runs.length === 1 && Object.keys(only!.settings).length === 0) own.set('text', text, at);
  else
    own.set(
      'runs',
      runs.map((run) => ({ ...run })),
      at,
    );
  own.setObject('settings', settings);
  setTextMotion(own, content.animateIn, place, scope);
  return [angle === 0 ? own : turned(own, angle, place.box, scope)];
}

/** The box of a text without letters, which can be transparent. */
function boxElement({ settings, at }: TextContent, place: TextPlace, scope: TextScope): OwnObject {
  const { clip, time, edit, begin } = scope;
  const own = begin('shape', clip).set('fill', settings.get('box-color') ?? '#00000000', at);
  setBox(own, place.box, clip.members, edit);
  const radius = settings.get('box-radius');
  if (typeof radius === 'number') own.set('corner-radius', Math.round(radius), at);
  const border = settings.get('box-border-width');
  if (typeof border === 'number' && border > 0)
    own.set('stroke-width', border, at).set('stroke-color', settings.get('box-border-color'), at);
  const { placement } = place;
  setMotion(own, 'shape', { clip: clip.members, placement, edit, cut: time.cut });
  return own;
}

/** How far a text can move in a group that turns it. */
const TURN_MARGIN = 0.05;

/** A text in a group that is turned about its center. */
function turned(
  text: OwnObject,
  angle: number,
  box: Box,
  { clip, edit, begin }: TextScope,
): OwnObject {
  const margin = Math.round(TURN_MARGIN * Math.max(edit.frame.width, edit.frame.height));
  const group = begin('group', clip);
  const area = {
    x: box.x - margin,
    y: box.y - margin,
    width: box.width + 2 * margin,
    height: box.height + 2 * margin,
  };
  setBox(group, area, clip.members, edit);
  text.set('x', margin).set('y', margin);
  text.set('width', Math.max(1, Math.round(box.width)));
  text.set('height', Math.max(1, Math.round(box.height)));
  group.set('rotate', angle, clip.members.at('transform'));
  return group.setList('elements', [text], clip.members.pointer);
}

function shortened(runs: readonly Run[], at: string, { report }: Edit): Run[] {
  let left = LONGEST_TEXT;
  const kept: Run[] = [];
  for (const run of runs.filter(({ text }) => text !== '').slice(0, MOST_RUNS)) {
    if (left <= 0) break;
    kept.push({ ...run, text: run.text.slice(0, left) });
    left -= run.text.length;
  }
  if (left < 0 || runs.length > MOST_RUNS)
    report.note(
      at,
      `A text has up to ${LONGEST_TEXT} characters and ${MOST_RUNS} parts. The rest is left out.`,
    );
  return kept;
}

/** Transitions, opacity, and tweens of a text. What texts can't do is noted. */
function setTextMotion(
  own: OwnObject,
  animateIn: object | null,
  { box }: TextPlace,
  scope: TextScope,
): void {
  const { clip, time, edit } = scope;
  const { members } = clip;
  const { report } = edit;
  const transitions = transitionsOf(members, edit);
  const coming = time.cut === 0 ? transitions.in : null;
  if (animateIn !== null) {
    own.set('animate-in', animateIn, clip.asset.at('animation'));
    // Both fade, and a text has one animation.
    if (coming !== null) own.set('fade-in', coming.seconds, coming.at);
  } else if (coming !== null) {
    own.set('animate-in', animationOf(coming, { box, edit }), coming.at);
  }
  const { out } = transitions;
  if (out !== null) own.set('animate-out', animationOf(out, { box, edit }), out.at);
  setOpacity(own, members, scope);
  if (members.get('effect') !== undefined && members.get('effect') !== 'none')
    report.note(members.at('effect'), 'A text has no effect that moves it as long as it shows.');
  if (members.get('filter') !== undefined && members.get('filter') !== 'none')
    report.note(members.at('filter'), 'Filters have no effect on texts.');
}

function animationOf(
  { kind, direction, seconds, at }: Transition,
  { box, edit }: { readonly box: Box; readonly edit: Edit },
): object {
  const { width, height } = edit.frame;
  const isAcross = direction === 'left' || direction === 'right';
  const duration = Math.min(ANIMATION.max, Math.max(ANIMATION.min, seconds));
  switch (kind) {
    case 'fade':
      return { style: 'fade', duration };
    case 'slide':
      return {
        ...{ style: 'slide', duration, direction, easing: 'linear' },
        distance: Math.max(1, Math.round(SLIDE * (isAcross ? width : height))),
      };
    case 'carousel':
    case 'shuffle': {
      if (kind === 'shuffle') edit.report.note(at, 'A shuffle is a movement without a turn.');
      const distance = Math.min(8192, Math.max(isAcross ? width : height, box.width));
      return {
        style: 'fly',
        duration,
        direction,
        easing: 'linear',
        distance: Math.round(distance),
      };
    }
    case 'zoom':
      return { style: 'zoom', duration, scale: 10, easing: 'linear' };
    case 'reveal':
    case 'wipe':
      edit.report.note(at, 'A text fades instead of being wiped.');
      return { style: 'fade', duration };
  }
}

/** The opacity of a text. Tweens at its start and its end are fades. */
function setOpacity(own: OwnObject, members: Members, { time, edit }: TextScope): void {
  const { report } = edit;
  const at = members.at('opacity');
  if (!isTweened(members.get('opacity'))) {
    const opacity = numberIn(members, 'opacity', report);
    if (opacity !== null && opacity !== 1)
      own.set('opacity', Math.min(1, Math.max(0, opacity)), at);
    return;
  }
  const tweens = tweensIn(members, 'opacity', report);
  if (tweens === null) return;
  const most = Math.min(1, Math.max(...tweens.flatMap(({ from, to }) => [from, to])));
  if (most < 1) own.set('opacity', Math.max(0, most), at);
  const [first] = tweens;
  const last = tweens.at(-1)!;
  const end =
    typeof time.length === 'object' && 'seconds' in time.length ? time.length.seconds : null;
  const comes = first!.start === 0 && first!.from <= 0 && first!.to >= most;
  const goes = last.to <= 0 && last.from >= most && end !== null && Math.abs(last.end - end) < 0.05;
  if (comes) own.set('fade-in', first!.end, at);
  if (goes) own.set('fade-out', rounded(last.end - last.start), at);
  if (!isOnlyFades(tweens, Number(comes) + Number(goes)))
    report.note(at, 'The opacity of a text changes only at its start and its end.');
}

const isOnlyFades = (tweens: readonly Tween[], fades: number) => tweens.length <= fades;

/** The angle of a text, which does not turn by tweens. Skewed and mirrored texts are noted. */
function angleOf(members: Members, { anchor }: Placement, { report }: Edit): number {
  const transform = objectIn(members, 'transform', report);
  const rotate = objectIn(transform, 'rotate', report);
  const at = rotate.at('angle');
  const turns = tweensIn(rotate, 'angle', report);
  const angle = turns === null ? (numberIn(rotate, 'angle', report) ?? 0) : turns.at(-1)!.to;
  if (turns !== null)
    report.note(at, 'A text does not turn by tweens. It has its angle at the end.');
  if (angle % 360 !== 0 && (anchor.x !== 0.5 || anchor.y !== 0.5))
    report.note(at, 'A text turns about its center.');
  noteUnread(rotate, report);
  for (const name of ['skew', 'flip']) {
    if (transform.get(name) !== undefined)
      report.note(transform.at(name), `"${name}" has no effect on texts.`);
  }
  noteUnread(transform, report);
  return angle % 360;
}

/** Moves the box of a text to where its tweens end. */
function moveToEnd(box: Box, members: Members, { frame, report }: Edit): Box {
  const offset = objectIn(members, 'offset', report);
  const move = (side: 'x' | 'y') => {
    const tweens = tweensIn(offset, side, report);
    if (tweens === null) return 0;
    report.note(offset.at(side), 'A text does not move by tweens. It is where it is in the end.');
    return tweens.at(-1)!.to * (side === 'x' ? frame.width : -frame.height);
  };
  return { ...box, x: box.x + move('x'), y: box.y + move('y') };
}
