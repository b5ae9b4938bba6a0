import { asWritten } from '../as-written.js';
import type { Members } from '../members.js';
import type { OwnObject } from '../own-object.js';
import { type Box, shareIn } from './box.js';
import { staticOf } from './keyframes.js';
import type { Size, Stage } from './script.js';
import { knownFacts } from './sources.js';
import { round } from './units.js';

const FITS: ReadonlySet<unknown> = new Set(['cover', 'contain', 'fill']);

/** How a picture fills its box, and where in it it is. @returns the box that it has here */
export function translateFit(props: Members, own: OwnObject, box: Box, stage: Stage): Box {
  const { report } = stage.script;
  const given = staticOf(props, 'fit', report) ?? 'cover';
  const fit = FITS.has(given) ? given : 'cover';
  if (fit !== given)
    report.note(
      props.at('fit'),
      `The fit "${asWritten(given).slice(0, 60)}" is unknown, so the picture covers its box.`,
    );
  if (fit !== 'cover') own.set('resize', fit, props.at('fit'));
  const alignment = {
    x: shareIn(props, 'x-alignment', 0.5, stage),
    y: shareIn(props, 'y-alignment', 0.5, stage),
  };
  const isAside = (['x', 'y'] as const).find((side) => alignment[side] !== 0.5);
  if (isAside === undefined || fit === 'fill' || props.has('aspect-ratio')) return box;
  const { width, height } = knownFacts(props, stage.script) ?? {};
  if (!width || !height) {
    const message =
      fit === 'contain'
        ? 'The picture is in the middle of its box.'
        : 'The middle of the picture is shown.';
    report.noteUnknown(props.at(`${isAside}-alignment`), message);
    return box;
  }
  if (fit === 'contain') return containedIn(box, { width, height }, alignment);
  own.set('crop', cropFor(box, { width, height }, alignment), props.at(`${isAside}-alignment`));
  return box;
}

/** Shares of what is left beside a picture, or of what is cut off of it. */
interface Alignment {
  readonly x: number;
  readonly y: number;
}

function containedIn(box: Box, picture: Size, alignment: Alignment): Box {
  const scale = Math.min(box.width / picture.width, box.height / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  return {
    x: box.x + (box.width - width) * alignment.x,
    y: box.y + (box.height - height) * alignment.y,
    width,
    height,
  };
}

function cropFor(box: Box, picture: Size, alignment: Alignment): object {
  const scale = Math.max(box.width / picture.width, box.height / picture.height);
  const along = (side: 'width' | 'height', share: number) => {
    const seen = box[side] / (picture[side] * scale);
    const from = (1 - seen) * Math.min(1, Math.max(0, share));
    return [`${round(100 * from)}%`, `${round(100 * seen)}%`];
  };
  const [x, width] = along('width', alignment.x);
  const [y, height] = along('height', alignment.y);
  return { x, y, width, height };
}
