import { OwnObject } from '../own-object.js';
import { noteUnread } from './fields.js';
import type { Layer } from './layer.js';
import type { LayerContext } from './layer-context.js';
import { type Place, placeOf, resizeOf } from './places.js';
import { isStill, setZoom, zoomOf } from './zoom.js';

/** The radius of the blur behind a picture: a share of the longer side, and the most pixels. */
const BLUR = { share: 0.1, most: 100 };
/** The standard deviation of a box blur of radius 1. */
const DEVIATION = 1 / Math.sqrt(3);

/** A picture that fills the frame, and grows slowly by default. */
export function imageLayer(layer: Layer, { timed, spec }: LayerContext): OwnObject[] {
  const { frame, report } = spec;
  const zoom = zoomOf(layer, { direction: 'in', amount: 0.1 }, spec);
  const resize = resizeOf(layer, report);
  const picture = () =>
    timed()
      .set('type', 'image')
      .set('src', layer.get('path') ?? '', layer.at('path'))
      .set('x', 0)
      .set('y', 0)
      .set('width', frame.width)
      .set('height', frame.height);
  const own = picture();
  const behind = picture();
  // Only the sharp picture moves.
  const hasBackdrop = resize === 'blur' && !isStill(zoom);
  own.set('resize', hasBackdrop ? 'contain' : resize, layer.at('resizeMode'));
  setZoom(own, zoom, 0, layer.at('zoomDirection'));
  noteUnread(layer, report);
  if (!hasBackdrop) return [own];
  const radius = Math.min(BLUR.most, Math.max(frame.width, frame.height) * BLUR.share);
  behind.set('resize', 'fill', layer.at('resizeMode'));
  behind.set(
    'correction',
    { blur: Number((radius * DEVIATION).toFixed(2)) },
    layer.at('resizeMode'),
  );
  return [behind, own];
}

/** A picture of a given size at a place. Without a size, it is as wide as the frame. */
export function imageOverlay(layer: Layer, { timed, spec }: LayerContext): OwnObject[] {
  const { frame, report } = spec;
  const zoom = zoomOf(layer, { direction: null, amount: 0.1 }, spec);
  const own = new OwnObject(layer.pointer).set('type', 'image');
  own.set('src', layer.get('path') ?? '', layer.at('path')).set('resize', 'fill');
  const width = layer.number('width');
  const height = layer.number('height');
  if (width !== null && height !== null)
    report.note(layer.at('height'), '"width" counts, because a picture keeps its proportions.');
  const side = (share: number, whole: number) => Math.max(1, Math.round(share * whole));
  if (width === null && height !== null)
    own.set('height', side(height, frame.height), layer.at('height'));
  else own.set('width', side(width ?? 1, frame.width), layer.at('width'));
  const place = placeOf(layer, spec);
  noteUnread(layer, report);
  const area = areaAround(timed(), place, frame);
  own.set('position', positionIn(place), layer.at('position'));
  own.set('anchor', { x: place.originX, y: place.originY }, layer.at('position'));
  const across = own.get('width') as number | undefined;
  if (across === undefined && zoom.shift[0] !== 0)
    report.note(layer.at('zoomDirection'), 'A picture without a width does not move sideways.');
  const left = place.originX * (frame.width - (across ?? 0));
  const moves = across === undefined ? { ...zoom, shift: [0, 0] as const } : zoom;
  setZoom(own, moves, left, layer.at('zoomDirection'));
  return [area.setList('elements', [own], layer.pointer)];
}

const ACROSS = ['left', 'center', 'right'] as const;
const DOWN = ['top', 'center', 'bottom'] as const;

/** The position of a box in an area around its place. */
function positionIn({ originX, originY }: Place): string {
  const [across, down] = [ACROSS[2 * originX], DOWN[2 * originY]];
  return across === 'center' && down === 'center' ? 'center' : `${across}-${down}`;
}

/** A group of the size of the frame in which a box of any size can stand at a place. */
function areaAround(
  group: OwnObject,
  { x, y, originX, originY }: Place,
  { width, height }: { readonly width: number; readonly height: number },
): OwnObject {
  return group
    .set('type', 'group')
    .set('x', Math.round((x - originX) * width))
    .set('y', Math.round((y - originY) * height))
    .set('width', width)
    .set('height', height);
}
