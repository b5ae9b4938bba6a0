import type { Rect } from '../../drawing/path.js';
import type { CaptionSettings } from '../../project/types/index.js';
import type { FrameSize } from '../caption-page.js';

/** Room between the text and the edge of its box, of the font size. */
const BOX_PADDING_SHARE = 0.25;

/** From the text to the edge of its box, pixels. */
export function boxPadding(fontSize: number): number {
  return Math.round(fontSize * BOX_PADDING_SHARE);
}

type Settings = Pick<
  CaptionSettings,
  'fontSize' | 'lineHeight' | 'boxColor' | 'outlineWidth' | 'safeArea'
>;

/** Where the letters of captions may stand, pixels: their box and outline stay in the safe area too. */
export function safeArea(settings: Settings, frame: FrameSize): Rect {
  const padding = settings.boxColor === null ? 0 : boxPadding(settings.fontSize);
  const around = Math.max(settings.outlineWidth, padding);
  const { left, right, top, bottom } = settings.safeArea;
  const area = {
    left: Math.round(frame.width * left) + around,
    right: Math.round(frame.width * (1 - right)) - around,
    top: Math.round(frame.height * top) + around,
    bottom: Math.round(frame.height * (1 - bottom)) - around,
  };
  return { ...area, right: Math.max(area.left + 1, area.right) };
}

/** Lines of text that fit a safe area on top of each other; at least one. */
export function linesIn(
  { top, bottom }: Rect,
  { fontSize, lineHeight }: Pick<CaptionSettings, 'fontSize' | 'lineHeight'>,
): number {
  return Math.max(1, Math.floor((bottom - top) / (fontSize * lineHeight)));
}
