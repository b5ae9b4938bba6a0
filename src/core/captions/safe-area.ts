import type { CaptionSettings } from '../project/types.js';
import { LINE_HEIGHT } from './caption-font.js';
import type { FrameSize } from './types.js';

/** Kept free at every edge, of the frame's width or height (title safe area of EBU R 95). */
const MARGIN_SHARE = 0.05;
/** Room between the text and the edge of its box, of the font size. */
const BOX_PADDING_SHARE = 0.25;

/** From the text to the edge of its box, pixels. */
export function boxPadding(fontSize: number): number {
  return Math.round(fontSize * BOX_PADDING_SHARE);
}

export interface SafeArea {
  /** From the frame's edge to the text, pixels. */
  readonly marginX: number;
  readonly marginY: number;
  /** What a line of text may fill, pixels. */
  readonly width: number;
  /** Lines of text that fit on top of each other; at least one. */
  readonly lines: number;
}

type Settings = Pick<CaptionSettings, 'fontSize' | 'boxColor' | 'outlineWidth'>;

/** Where captions may stand: their box and outline stay inside of the margins too. */
export function safeArea(settings: Settings, frame: FrameSize): SafeArea {
  const padding = settings.boxColor === null ? 0 : boxPadding(settings.fontSize);
  const around = Math.max(settings.outlineWidth, padding);
  const marginX = Math.round(frame.width * MARGIN_SHARE) + around;
  const marginY = Math.round(frame.height * MARGIN_SHARE) + around;
  return {
    marginX,
    marginY,
    width: Math.max(1, frame.width - 2 * marginX),
    lines: Math.max(
      1,
      Math.floor((frame.height - 2 * marginY) / (settings.fontSize * LINE_HEIGHT)),
    ),
  };
}
