import type { Rect } from '../../drawing/path.js';
import type { CaptionSettings } from '../../project/types/index.js';
import type { FrameSize } from '../caption-page.js';

/** The space between the text and the edge of its box, as a share of the font size. */
const BOX_PADDING_SHARE = 0.25;

/** The space between the text and the edge of its box, in pixels. */
export function boxPadding(fontSize: number): number {
  return Math.round(fontSize * BOX_PADDING_SHARE);
}

type SafeAreaSettings = Pick<
  CaptionSettings,
  'fontSize' | 'lineHeight' | 'boxColor' | 'outlineWidth' | 'safeArea'
>;

/** The area for the letters of captions, in pixels. Box and outline also stay within the safe area. */
export function safeArea(settings: SafeAreaSettings, frame: FrameSize): Rect {
  const padding = settings.boxColor === null ? 0 : boxPadding(settings.fontSize);
  const margin = Math.max(settings.outlineWidth, padding);
  const { left, right, top, bottom } = settings.safeArea;
  const area = {
    left: Math.round(frame.width * left) + margin,
    right: Math.round(frame.width * (1 - right)) - margin,
    top: Math.round(frame.height * top) + margin,
    bottom: Math.round(frame.height * (1 - bottom)) - margin,
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
