import type { FrameRate } from '../project/types/index.js';
import { assTimeBeforeFrame } from '../time/ass-time.js';
import type { Sprite } from './sprite.js';

export interface DrawingFrame {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly fps: FrameRate;
}

const STYLE_FORMAT =
  'Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding';
const EVENT_FORMAT =
  'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text';
/** libass draws nothing, outlines included, unless it finds the font of the style. */
const ANY_FONT = 'DejaVu Sans';

/**
 * One ASS document that shows each sprite in exactly its frames, when drawn by ffmpeg's `ass` filter
 * on frames of `width` x `height` at `fps`.
 *
 * Holds drawings only, placed by pixel: no text, so that nothing in it depends on the fonts or the
 * version of libass, and no movement, so that frame n of the document is whatever picture is asked
 * for as the n-th.
 *
 * @param sprites with frames counted from the document's first
 */
export function writeAss(sprites: readonly Sprite[], { width, height, fps }: DrawingFrame): string {
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
    STYLE_FORMAT,
    `Style: D,${ANY_FONT},20,&H0,&H0,&H0,&H0,0,0,0,0,100,100,0,0,1,0,0,7,0,0,0,0`,
    '',
    '[Events]',
    EVENT_FORMAT,
    ...sprites.map((sprite) => writeSprite(sprite, fps)),
    '',
  ].join('\n');
}

function writeSprite(sprite: Sprite, fps: FrameRate): string {
  const { layer, shape, fill, outline, shadow, clip } = sprite;
  const start = assTimeBeforeFrame(sprite.startFrame, fps);
  const end = assTimeBeforeFrame(sprite.endFrame, fps);
  const tags = [
    `\\pos(${shape.x},${shape.y})`,
    colorTags(1, fill),
    outline && outline.width > 0 ? `\\bord${outline.width}${colorTags(3, outline.color)}` : '',
    shadow && shadow.offset > 0 ? `\\shad${shadow.offset}${colorTags(4, shadow.color)}` : '',
    clip ? `\\clip(${clip.left},${clip.top},${clip.right},${clip.bottom})` : '',
    '\\p5',
  ];
  return `Dialogue: ${layer},${start},${end},D,,0,0,0,,{${tags.join('')}}${shape.commands}`;
}

/**
 * The override tags of a colour; opaque is the default.
 *
 * @param color `#RRGGBBAA`, alpha FF opaque, where ASS has 00
 */
function colorTags(which: 1 | 3 | 4, color: string): string {
  const [red, green, blue, opacity] = [1, 3, 5, 7].map((at) => color.slice(at, at + 2));
  const alpha = 255 - Number.parseInt(opacity || 'FF', 16);
  const alphaTag = alpha === 0 ? '' : `\\${which}a&H${alpha.toString(16).toUpperCase()}&`;
  return `\\${which}c&H${blue}${green}${red}&${alphaTag}`;
}
