import type { FrameRate } from '../project/types/index.js';
import { assTimeBeforeFrame } from '../time/ass-time.js';
import { ASS_EVENT_FORMAT, ASS_STYLE_FORMAT } from './ass-format.js';
import { type ClipArea, isPolygon } from './clip-area.js';
import { type Sprite, UNITS } from './sprite.js';

export interface DrawingFrame {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly fps: FrameRate;
}

/** The standard deviation of the blur that libass calls 1, measured with ffmpeg 5.1 and the build of 2018. */
export const BLUR_DEVIATION = 0.83;

/** libass draws nothing, not even outlines, if it does not find the font of the style. */
const ANY_FONT = 'DejaVu Sans';

/**
 * Writes an ASS document that shows each sprite in exactly its frames if ffmpeg's `ass` filter draws it on frames
 * of `width` x `height` at `fps`.
 *
 * The document contains only drawings at pixel positions. Without text, the result does not depend on fonts or the
 * version of libass. Without movement, each frame of the document can be any frame of the video.
 *
 * @param sprites frames are relative to the first frame of the document
 */
export function writeAssDrawing(
  sprites: readonly Sprite[],
  { width, height, fps }: DrawingFrame,
): string {
  return [
    '[Script Info]',
    'ScriptType: v4.00+',
    `PlayResX: ${width}`,
    `PlayResY: ${height}`,
    'WrapStyle: 2',
    'ScaledBorderAndShadow: yes',
    'YCbCr Matrix: None',
    '',
    '[V4+ Styles]',
    ASS_STYLE_FORMAT,
    `Style: D,${ANY_FONT},20,&H0,&H0,&H0,&H0,0,0,0,0,100,100,0,0,1,0,0,7,0,0,0,0`,
    '',
    '[Events]',
    ASS_EVENT_FORMAT,
    ...sprites.map((sprite) => writeSprite(sprite, fps)),
    '',
  ].join('\n');
}

function writeSprite(sprite: Sprite, fps: FrameRate): string {
  const { layer, shape, outline, shadow, blur = 0, clip } = sprite;
  const fill = blur > 0 ? barelyVisible(sprite.fill) : sprite.fill;
  const outlineColor = blur > 0 ? fill : outline?.color;
  const start = assTimeBeforeFrame(sprite.startFrame, fps);
  const end = assTimeBeforeFrame(sprite.endFrame, fps);
  // libass draws a shadow only at an offset.
  const aside = blur > 0 && shadow?.x === 0 && shadow.y === 0 ? 1 : 0;
  const tags = [
    `\\pos(${shape.x - aside},${shape.y})`,
    colorTags(1, fill),
    outline && outline.width > 0 ? `\\bord${outline.width}${colorTags(3, outlineColor!)}` : '',
    shadow ? shadowTags({ ...shadow, x: shadow.x + aside }) : '',
    blur > 0 ? `\\blur${round(blur / BLUR_DEVIATION)}` : '',
    clip ? clipTag(clip) : '',
    '\\p5',
  ];
  return `Dialogue: ${layer},${start},${end},D,,0,0,0,,{${tags.join('')}}${shape.commands}`;
}

function shadowTags({ color, x, y }: NonNullable<Sprite['shadow']>): string {
  if (x === 0 && y === 0) return '';
  const offset = x === y && x > 0 ? `\\shad${x}` : `\\xshad${x}\\yshad${y}`;
  return `${offset}${colorTags(4, color)}`;
}

/** Polygons are drawn at the same scale as shapes. */
function clipTag(clip: ClipArea): string {
  if (!isPolygon(clip)) return `\\clip(${clip.left},${clip.top},${clip.right},${clip.bottom})`;
  const points = clip.map((point) => point.map((at) => Math.round(at * UNITS)).join(' '));
  return `\\clip(5,m ${points[0]} l ${points.slice(1).join(' ')})`;
}

/** The lowest opacity. libass cuts an invisible fill out of the shadow, and not in the same way in all versions. */
function barelyVisible(color: string): string {
  return `${color.slice(0, 7)}01`;
}

const round = (value: number) => Math.round(value * 100) / 100;

/**
 * The override tags of a color; opaque is the default.
 *
 * @param color `#RRGGBBAA`, where alpha FF is opaque; in ASS, 00 is opaque
 */
function colorTags(which: 1 | 3 | 4, color: string): string {
  const [red, green, blue, opacity] = [1, 3, 5, 7].map((at) => color.slice(at, at + 2));
  const alpha = 255 - Number.parseInt(opacity || 'FF', 16);
  const alphaTag = alpha === 0 ? '' : `\\${which}a&H${alpha.toString(16).toUpperCase()}&`;
  return `\\${which}c&H${blue}${green}${red}&${alphaTag}`;
}
