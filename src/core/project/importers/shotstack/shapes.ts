import { inlineDrawing } from '../../../sources/inline-drawing.js';
import { asWritten } from '../as-written.js';
import { readCssColor } from '../../plain-values/css-color.js';
import type { OwnObject } from '../own-object.js';
import type { Clip, ClipTime } from './clip.js';
import type { Edit } from './edit.js';
import {
  colorIn,
  nameIn,
  noteUnread,
  numberIn,
  numberWithin,
  objectIn,
  rounded,
  withOpacity,
} from './fields.js';
import { type Begin, setFilter } from './media.js';
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
import { type Drawing, readDrawing, sizeOfDrawing } from './svg.js';
import { isDrawn, pageElement } from './page-element.js';

const SHARE = { min: 0, max: 1 };
const SHAPES = ['rectangle', 'circle', 'line'] as const;
const STROKE = 1000;
/** What may precede a drawing, in characters. */
const LONGEST_PROLOG = 2_000;
const LONGEST_DRAWING = 100_000;
/** A browser has all fonts, and draws HTML. */
const NEEDS_BROWSER = /<(text|foreignObject)\b/i;

interface ShapeScope {
  readonly clip: Clip;
  readonly time: ClipTime;
  readonly edit: Edit;
  readonly begin: Begin;
}

/** A rectangle, a circle, or a line in the middle of its area. Its stroke is around it. */
export function translateShape(scope: ShapeScope): OwnObject[] {
  const { clip, edit } = scope;
  const { members, asset } = clip;
  const { report } = edit;
  const placement = placementOf(members, edit);
  const whole = editedFrame(edit);
  const area = {
    width: placement.given.width ?? sideOf(asset, 'width', edit) ?? whole.width,
    height: placement.given.height ?? sideOf(asset, 'height', edit) ?? whole.height,
  };
  for (const side of ['width', 'height']) asset.get(side);
  const kind = nameIn(asset, 'shape', SHAPES, report) ?? 'rectangle';
  const { size, radius } = sizeOf(kind, area, scope);
  const fill = objectIn(asset, 'fill', report);
  const color = colorIn(fill, 'color', report) ?? '#FFFFFF';
  const opacity = numberWithin(fill, 'opacity', SHARE, report);
  noteUnread(fill, report);
  const stroke = objectIn(asset, 'stroke', report);
  const width = Math.max(0, numberIn(stroke, 'width', report) ?? 0);
  const line = colorIn(stroke, 'color', report) ?? '#000000';
  noteUnread(stroke, report);
  return [
    shapeElement(
      {
        form: kind === 'circle' ? 'ellipse' : 'rectangle',
        x: (area.width - size.width) / 2 - width,
        y: (area.height - size.height) / 2 - width,
        width: size.width + 2 * width,
        height: size.height + 2 * width,
        radius: radius === 0 ? 0 : radius + width,
        fill: withOpacity(color, opacity),
        stroke: width === 0 ? null : { color: line, width },
      },
      boxOf(placement, area, edit),
      { ...scope, placement },
    ),
  ];
}

function sizeOf(
  kind: (typeof SHAPES)[number],
  area: { readonly width: number; readonly height: number },
  { clip: { asset }, edit }: ShapeScope,
): { readonly size: { readonly width: number; readonly height: number }; readonly radius: number } {
  const { report } = edit;
  const own = objectIn(asset, kind, report);
  for (const other of SHAPES) asset.get(other);
  const side = (name: string, missing: number) => {
    const pixels = numberIn(own, name, report);
    return pixels === null || pixels <= 0 ? missing : pixels;
  };
  const radius = Math.max(0, numberIn(own, 'cornerRadius', report) ?? 0);
  const size = {
    rectangle: () => ({ width: side('width', area.width), height: side('height', area.height) }),
    circle: () => {
      const diameter = 2 * side('radius', Math.min(area.width, area.height) / 2);
      return { width: diameter, height: diameter };
    },
    line: () => ({ width: side('length', area.width), height: side('thickness', 1) }),
  }[kind]();
  noteUnread(own, report);
  return { size, radius };
}

/** A form in an area. Lengths are in pixels of the edit, its place counts from the area. */
interface Form {
  readonly form: 'rectangle' | 'ellipse';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly fill: string;
  readonly stroke: { readonly color: string; readonly width: number } | null;
}

function shapeElement(
  form: Form,
  area: Box,
  scope: ShapeScope & { readonly placement: Placement },
): OwnObject {
  const { clip, time, edit, begin, placement } = scope;
  const { members, asset } = clip;
  const factor = edit.factor * placement.scale;
  const own = begin('shape', clip);
  if (form.form === 'ellipse') own.set('shape', 'ellipse', asset.at('shape'));
  const box = {
    x: area.x + form.x * factor,
    y: area.y + form.y * factor,
    width: form.width * factor,
    height: form.height * factor,
  };
  setBox(own, box, members, edit);
  own.set('fill', form.fill, asset.at('fill'));
  if (form.stroke !== null) {
    const width = rounded(Math.min(STROKE, form.stroke.width * factor));
    own.set('stroke-width', width, asset.at('stroke'));
    own.set('stroke-color', form.stroke.color, asset.at('stroke'));
  }
  const radius = Math.round(Math.min(4096, form.radius * factor));
  if (radius > 0 && form.form === 'rectangle') own.set('corner-radius', radius, asset.pointer);
  setMotion(own, 'shape', { clip: members, placement, edit, cut: time.cut });
  return own;
}

/**
 * A drawing: a shape if it is one rectangle, circle, or ellipse, and otherwise a picture. One with text or a part of HTML is a
 * page where a browser draws it.
 */
export function translateSvg(scope: ShapeScope): OwnObject[] {
  const { clip, edit, begin } = scope;
  const { members, asset } = clip;
  const { report } = edit;
  const at = asset.at('src');
  const placement = placementOf(members, edit);
  const src = asWritten(asset.get('src') ?? '');
  const drawing = readDrawing(src);
  const opacity = numberWithin(asset, 'opacity', SHARE, report);
  for (const name of ['fill', 'stroke', 'width', 'height']) asset.get(name);
  const isSvg = /<svg\b/i.test(src.slice(0, LONGEST_PROLOG));
  if (drawing === null && isSvg && NEEDS_BROWSER.test(src) && isDrawn(src, '', scope)) {
    const size = drawnSize(sizeOfDrawing(src) ?? editedFrame(edit), placement, edit);
    const css = 'html,body{margin:0}svg{display:block;width:100vw;height:100vh}';
    const own = pageElement({ html: src, css, size, at }, placement, scope);
    return [withAssetOpacity(own, opacity, asset.at('opacity'))];
  }
  if (drawing === null && isSvg && src.length <= LONGEST_DRAWING) {
    const size = drawnSize(sizeOfDrawing(src) ?? editedFrame(edit), placement, edit);
    const own = begin('image', clip).set('src', inlineDrawing(src), at);
    own.set('resize', 'contain', at);
    setBox(own, boxOf(placement, size, edit), members, edit);
    setFilter(own, members, { isMissing: false, edit });
    setMotion(own, 'image', { clip: members, placement, edit, cut: scope.time.cut });
    return [withAssetOpacity(own, opacity, asset.at('opacity'))];
  }
  if (drawing === null) {
    report.note(at, 'This is no drawing of SVG, or it is too long. It is left out.');
    // What it would have done is read, so that it is not noted as unknown.
    const unseen = begin('shape', clip);
    setMotion(unseen, 'shape', { clip: members, placement, edit, cut: scope.time.cut });
    return [];
  }
  const size = drawnSize(drawing, placement, edit);
  const across = size.width / drawing.width;
  const down = size.height / drawing.height;
  const { form } = drawing;
  const fill = colorOf(form.fill ?? '#000000') ?? '#808080';
  const line = colorOf(form.stroke ?? 'none');
  const width = line === null || line === '#00000000' ? 0 : form.strokeWidth * across;
  const own = {
    form: form.kind,
    // A stroke of a drawing is half inside and half outside.
    x: form.x * across - width / 2,
    y: form.y * down - width / 2,
    width: form.width * across + width,
    height: form.height * down + width,
    radius: form.radius * across,
    fill: withOpacity(withOpacity(fill, form.opacity), opacity),
    stroke: width === 0 ? null : { color: withOpacity(line!, opacity), width },
  };
  return [shapeElement(own, boxOf(placement, size, edit), { ...scope, placement })];
}

/** The opacity of an asset is that of its clip, too. */
function withAssetOpacity(own: OwnObject, opacity: number | null, at: string): OwnObject {
  const { opacity: ofClip = 1 } = own.value;
  return opacity === null ? own : own.set('opacity', rounded(Number(ofClip) * opacity), at);
}

/** The size of a drawing in pixels of the edit: that of the clip, or as large as covers the frame. */
function drawnSize(
  { width, height }: Pick<Drawing, 'width' | 'height'>,
  { given, fit }: Placement,
  edit: Edit,
): { readonly width: number; readonly height: number } {
  const whole = editedFrame(edit);
  if (given.width !== null && given.height !== null)
    return { width: given.width, height: given.height };
  if (fit === 'none') return { width, height };
  if (fit === 'cover') return whole;
  const factors = [whole.width / width, whole.height / height];
  const factor = fit === 'contain' ? Math.min(...factors) : Math.max(...factors);
  return { width: width * factor, height: height * factor };
}

const colorOf = (written: string) =>
  written.trim().toLowerCase() === 'none' ? '#00000000' : readCssColor(written);
