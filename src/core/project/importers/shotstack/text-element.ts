import { OwnObject } from '../own-object.js';
import type { Clip, ClipTime } from './clip.js';
import type { Edit } from './edit.js';
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

const LONGEST_TEXT = 5_000;
const MOST_RUNS = 200;

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
  /** Its size in pixels of the edit, before it grows with the clip. */
  readonly size: { readonly width: number; readonly height: number };
  readonly box: Box;
  readonly factor: number;
}

/** The box of a text: that of its clip, or of its asset, or the frame. It grows with the scale of the clip. */
export function textPlace({ clip, edit }: TextScope): TextPlace {
  const { members, asset } = clip;
  const placement = placementOf(members, edit);
  const whole = editedFrame(edit);
  const size = {
    width: placement.given.width ?? sideOf(asset, 'width', edit) ?? whole.width,
    height: placement.given.height ?? sideOf(asset, 'height', edit) ?? whole.height,
  };
  for (const side of ['width', 'height']) asset.get(side);
  return {
    placement,
    size,
    box: boxOf(placement, size, edit),
    factor: edit.factor * placement.scale,
  };
}

/** A text, or the box behind an empty one, at its place and with its motion. Nothing for an empty one without a box. */
export function textElement(
  content: TextContent,
  { box, placement }: TextPlace,
  { clip, time, edit, begin }: TextScope,
): OwnObject[] {
  const { settings, animateIn, at } = content;
  const runs = shortened(content.runs, at, edit);
  const text = runs.map((run) => run.text).join('');
  const type = text.trim() === '' ? 'shape' : 'text';
  const own = begin(type, clip);
  setBox(own, box, clip.members, edit);
  if (type === 'shape') setFill(own, settings, at);
  else {
    const [only] = runs;
    const isPlain = runs.length === 1 && Object.keys(only!.settings).length === 0;
    if (isPlain) own.set('text', text, at);
    else
      own.set(
        'runs',
        runs.map((run) => ({ ...run })),
        at,
      );
    own.setObject('settings', settings);
  }
  const appears = type === 'text' ? animateIn : null;
  setMotion(own, type, { clip: clip.members, placement, edit, cut: time.cut, appears });
  noteFilter(clip, edit);
  return type === 'shape' && settings.get('box-color') === undefined ? [] : [own];
}

/** The box of a text without letters. */
function setFill(own: OwnObject, settings: OwnObject, at: string): void {
  own.set('fill', settings.get('box-color') ?? '#00000000', at);
  const radius = settings.get('box-radius');
  if (typeof radius === 'number') own.set('corner-radius', Math.round(radius), at);
  const border = settings.get('box-border-width');
  if (typeof border === 'number' && border > 0)
    own.set('stroke-width', border, at).set('stroke-color', settings.get('box-border-color'), at);
}

function noteFilter({ members }: Clip, { report }: Edit): void {
  const filter = members.get('filter');
  if (filter !== undefined && filter !== '' && filter !== 'none')
    report.note(members.at('filter'), 'Filters have no effect on texts.');
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
