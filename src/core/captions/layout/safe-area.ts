import type { Rect } from '../../drawing/path.js';
import type { CaptionSettings, Sides } from '../../project/types/index.js';
import type { FrameSize } from '../caption-page.js';

/** The space between the text and the edge of its box, as a share of the font size. */
const BOX_PADDING_SHARE = 0.25;

/** The space between the text and the edge of its box, in pixels. */
export function boxPadding(fontSize: number): number {
  return Math.round(fontSize * BOX_PADDING_SHARE);
}

/** The space between the text and each edge of its box, in pixels. `own` is that of a style. */
export function paddingOf(
  { padding }: Pick<CaptionSettings, 'padding'>,
  own: { readonly x: number; readonly y: number },
): Sides<number> {
  return padding ?? { top: own.y, right: own.x, bottom: own.y, left: own.x };
}

/** A rectangle with the padding of its box. */
export function withPadding(rect: Rect, padding: Sides<number>): Rect {
  return {
    left: rect.left - padding.left,
    top: rect.top - padding.top,
    right: rect.right + padding.right,
    bottom: rect.bottom + padding.bottom,
  };
}

type SafeAreaSettings = Pick<
  CaptionSettings,
  'fontSize' | 'lineHeight' | 'boxColor' | 'outlineWidth' | 'safeArea' | 'padding'
>;

/** The area for the letters of captions, in pixels. Box and outline also stay within the safe area. */
export function safeArea(settings: SafeAreaSettings, frame: FrameSize): Rect {
  const own = settings.boxColor === null ? 0 : boxPadding(settings.fontSize);
  const padding = paddingOf(settings, { x: own, y: own });
  const margin = (side: keyof Sides<number>) => Math.max(settings.outlineWidth, padding[side]);
  const { left, right, top, bottom } = settings.safeArea;
  const area = {
    left: Math.round(frame.width * left) + margin('left'),
    right: Math.round(frame.width * (1 - right)) - margin('right'),
    top: Math.round(frame.height * top) + margin('top'),
    bottom: Math.round(frame.height * (1 - bottom)) - margin('bottom'),
  };
  return { ...area, right: Math.max(area.left + 1, area.right) };
}

/** How many lines of text fit an area; at least one. */
export function lineCapacity(
  { top, bottom }: Rect,
  { fontSize, lineHeight }: Pick<CaptionSettings, 'fontSize' | 'lineHeight'>,
): number {
  return Math.max(1, Math.floor((bottom - top) / (fontSize * lineHeight)));
}
