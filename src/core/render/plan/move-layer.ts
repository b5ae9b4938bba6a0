import { mapPoint, stretchOf } from '../../motion/matrix.js';
import { type Channel, poseAt, poseMatrix } from '../../motion/pose.js';
import type { FrameRate, ShapeMask } from '../../project/types/index.js';
import type { MaskArea } from '../../raster/types.js';
import type { Size } from '../../timeline/box.js';
import type { Focus } from '../../timeline/focus.js';
import { turnChannels } from '../../timeline/movement.js';
import type { ClipMovement, ShapePaint, VisualClip } from '../../timeline/types.js';
import { alignDown, alignNearest, alignUp } from '../../util/align.js';
import { type MotionPath, sampleStep, toFrameRuns } from '../segment/motion-path.js';
import type { Region } from '../segment/regions.js';
import type { Layer, Placement, Viewport } from '../segment/types.js';
import { borderPicture, maskArea, radiusOf, shapePicture } from './mask-and-turn.js';
import { exactPlace, layerLook } from './place.js';

/** What a layer is moved for. */
interface MoveScope {
  readonly clip: VisualClip;
  /** Where the clip is at rest. */
  readonly placed: Placement;
  /** The frames of its pictures, counted from the start of the clip. */
  readonly frames: readonly number[];
  /** True if it plays a video. */
  readonly plays: boolean;
  readonly fps: FrameRate;
  /** Size of the video. */
  readonly frame: Size;
}

/** The size of a clip when it is at rest, and of the picture that the sampler reads. */
interface Sizes {
  readonly picture: Placement;
  readonly rest: Region;
}

/** Standard deviations of a blur beyond which nothing shows. */
const BLUR_REACH = 3;
/** A picture is scaled for its largest size within these bounds. Beyond them, the sampler enlarges it. */
const LARGEST_SIDE = 8192;
const LARGEST_AREA = 16_000_000;
const SMALLEST_SCALE = 1 / 16;
/** Times at which the size of a clip is looked at, besides those of keyframes. */
const LOOKS = 100;

/**
 * A layer whose frames the sampler makes: its picture, scaled for the largest size that it has, and its path.
 *
 * @param layer at rest
 * @returns null if nothing of it shows in these frames
 */
export function moveLayer(layer: Layer, movement: ClipMovement, scope: MoveScope): Layer | null {
  const { clip, placed, frames, plays, fps, frame } = scope;
  const seconds = ((clip.endFrame - clip.startFrame) * fps.den) / fps.num;
  const { rotation } = clip.cornersAndRotation;
  const channels = [...movement.channels, ...turnChannels(rotation, seconds)];
  const hasView = clip.motion !== null || channels.some(({ property }) => isView(property));
  const picture = pictureOf(clip, placed, { scale: largestScale(clip, channels, fps), hasView });
  const rest = exactPlace(clip);
  const clips = !channels.some(({ property }) => property === 'blur');
  const { cornerRadius } = clip.cornersAndRotation;
  const radius = clip.shape ? 0 : radiusOf(cornerRadius, rest);
  const path: MotionPath = {
    area: { x: 0, y: 0, ...frame },
    rest,
    anchor: {
      x: rest.x + rest.width * movement.anchor.x,
      y: rest.y + rest.height * movement.anchor.y,
    },
    channels,
    view: viewOf(clip, placed, { picture, hasView }),
    plays,
    clips: clips || hasView,
    repeatsEdge: (clips || hasView) && !leavesBox(channels),
    radius: hasView ? radius : 0,
    frames: toFrameRuns(frames),
    fps,
  };
  const area = areaOf(path, frames.length, frame);
  if (area === null) return null;
  const { width, height } = picture;
  const corner = radius * (width / rest.width);
  return {
    ...layer,
    ...picture,
    x: 0,
    y: 0,
    motion: null,
    turn: null,
    look: layerLook(clip, picture),
    mask:
      (radius > 0 || clip.mask) && !hasView
        ? {
            kind: 'mask',
            width,
            height,
            margin: 0,
            radius: corner,
            area: clip.mask && scaledMask(clip.mask, { picture, rest }),
          }
        : null,
    shape: clip.shape && scaledShape(clip.shape, clip, { picture, rest }),
    border: hasView ? null : borderPicture(scaledOutline(clip, { picture, rest }), picture),
    path: { ...path, area },
  };
}

/** Whether the picture moves out of its box, beyond its own edge. */
function leavesBox(channels: readonly Channel[]): boolean {
  const has = (property: Channel['property']) => channels.some((one) => one.property === property);
  return (has('view-x') || has('view-y')) && !has('view-scale');
}

const isView = (property: Channel['property']) => property.startsWith('view-');

/** How large the picture gets at most, as a factor of its size at rest. */
function largestScale(clip: VisualClip, channels: readonly Channel[], fps: FrameRate): number {
  const count = clip.endFrame - clip.startFrame;
  const seconds = (count * fps.den) / fps.num;
  const times = [
    ...channels.flatMap(({ track }) => track.map(({ time }) => time)),
    ...Array.from({ length: LOOKS + 1 }, (_, look) => (look * seconds) / LOOKS),
  ];
  const closest = clip.motion ? Math.max(clip.motion.from.scale, clip.motion.to.scale) : 1;
  const largest = times
    .filter((time) => time >= 0 && time <= seconds)
    .map((time) => {
      const pose = poseAt(channels, time);
      return stretchOf(poseMatrix(pose, { x: 0, y: 0 })).longer * pose['view-scale'];
    });
  return closest * Math.max(SMALLEST_SCALE, ...largest);
}

/** The scaled picture that the sampler reads. It is not enlarged beyond its source, but a shape is painted at any size. */
function pictureOf(
  clip: VisualClip,
  placed: Placement,
  { scale, hasView }: { readonly scale: number; readonly hasView: boolean },
): Placement {
  // A group is painted in its own size.
  if (clip.content !== null) return { ...placed, x: 0, y: 0 };
  const { scaleWidth, scaleHeight } = placed;
  const natural = clip.shape
    ? Infinity
    : Math.max(1, clip.sourceWidth / scaleWidth, clip.sourceHeight / scaleHeight);
  const most = Math.min(
    natural,
    Math.max(1, LARGEST_SIDE / Math.max(scaleWidth, scaleHeight)),
    Math.max(1, Math.sqrt(LARGEST_AREA / (scaleWidth * scaleHeight))),
  );
  const factor = Math.min(scale, most);
  const even = (size: number) => Math.max(2, alignNearest(size * factor, 2));
  const scaled = { scaleWidth: even(scaleWidth), scaleHeight: even(scaleHeight) };
  if (hasView) {
    const { scaleWidth: width, scaleHeight: height } = scaled;
    return { ...scaled, cropX: 0, cropY: 0, width, height, x: 0, y: 0 };
  }
  const width = Math.min(scaled.scaleWidth, even(placed.width));
  const height = Math.min(scaled.scaleHeight, even(placed.height));
  return {
    ...scaled,
    cropX: Math.min(scaled.scaleWidth - width, alignNearest(placed.cropX * factor, 2)),
    cropY: Math.min(scaled.scaleHeight - height, alignNearest(placed.cropY * factor, 2)),
    width,
    height,
    x: 0,
    y: 0,
  };
}

/** The part of the picture that fills the box, from the first to the last frame. */
function viewOf(
  clip: VisualClip,
  placed: Placement,
  { picture, hasView }: { readonly picture: Placement; readonly hasView: boolean },
): MotionPath['view'] {
  const across = picture.scaleWidth / placed.scaleWidth;
  const down = picture.scaleHeight / placed.scaleHeight;
  const count = clip.endFrame - clip.startFrame;
  if (!hasView) {
    // Whole pixels, so that a picture at rest keeps its samples.
    const view = { x: 0, y: 0, width: picture.width, height: picture.height };
    return { from: view, to: view, count };
  }
  const viewport = ({ scale, x, y }: Focus): Viewport => {
    const width = (placed.width * across) / scale;
    const height = (placed.height * down) / scale;
    return {
      x: (picture.scaleWidth - width) * x,
      y: (picture.scaleHeight - height) * y,
      width,
      height,
    };
  };
  const still = { scale: 1, x: 0.5, y: 0.5 };
  const { from, to } = clip.motion ?? { from: still, to: still };
  return { from: viewport(from), to: viewport(to), count };
}

/** The shape, painted at the size of the picture. */
function scaledShape(
  paint: ShapePaint,
  clip: VisualClip,
  { picture, rest }: Sizes,
): Layer['shape'] {
  const factor = picture.width / rest.width;
  const stroke = paint.stroke && { ...paint.stroke, width: paint.stroke.width * factor };
  return shapePicture({ ...paint, stroke }, scaledOutline(clip, { picture, rest }), picture);
}

/** The clip with its corners and border, scaled to the size of the picture. */
function scaledOutline(clip: VisualClip, { picture, rest }: Sizes): VisualClip {
  const factor = picture.width / rest.width;
  const { cornerRadius, border } = clip.cornersAndRotation;
  const cornersAndRotation = {
    ...clip.cornersAndRotation,
    cornerRadius: 'px' in cornerRadius ? { px: cornerRadius.px * factor } : cornerRadius,
    border: border && { ...border, width: border.width * factor },
  };
  return { ...clip, cornersAndRotation };
}

/** The form of a mask, scaled to the size of the picture. */
function scaledMask(mask: ShapeMask, { picture, rest }: Sizes): MaskArea {
  const factor = picture.width / rest.width;
  const { x, y, width, height, radius, feather, ...area } = maskArea(mask, rest);
  return {
    ...area,
    x: x * factor,
    y: y * factor,
    width: width * factor,
    height: height * factor,
    radius: radius * factor,
    feather: feather * factor,
  };
}

/** The part of the frame in which the pictures show, at even pixels. */
function areaOf(path: MotionPath, count: number, frame: Size): Region | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let n = 0; n < count; n++) {
    const step = sampleStep(path, n);
    if (step === null) continue;
    const { from, to } = path.view;
    const whole = {
      x: 0,
      y: 0,
      width: Math.max(from.x + from.width, to.x + to.width),
      height: Math.max(from.y + from.height, to.y + to.height),
    };
    const part = step.clip ?? whole;
    const margin = 1 + BLUR_REACH * step.blur * stretchOf(step.matrix).longer;
    for (const x of [part.x, part.x + part.width]) {
      for (const y of [part.y, part.y + part.height]) {
        const [atX, atY] = mapPoint(step.matrix, x, y);
        left = Math.min(left, atX - margin);
        right = Math.max(right, atX + margin);
        top = Math.min(top, atY - margin);
        bottom = Math.max(bottom, atY + margin);
      }
    }
  }
  const x = alignDown(Math.max(0, left), 2);
  const y = alignDown(Math.max(0, top), 2);
  const width = alignUp(Math.min(frame.width, right), 2) - x;
  const height = alignUp(Math.min(frame.height, bottom), 2) - y;
  return width >= 2 && height >= 2 ? { x, y, width, height } : null;
}
