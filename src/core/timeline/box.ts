import type { ElementPlacement, Length, VisualElement } from '../project/types/index.js';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What places an element: its placement, and how a picture fills its box. */
type BoxedElement = ElementPlacement &
  Partial<Pick<VisualElement, 'resize' | 'margin' | 'offset' | 'sourceScale'>>;

const NOT_MOVED = { x: 0, y: 0 };

/**
 * The box of an element, in whole pixels of the output. Without a size, the element fills the frame, or with the resize
 * mode `none` it has the size of the source. If only one side is set, the other follows the proportions of the source.
 */
export function elementBox(
  element: BoxedElement,
  source: Size,
  frame: Size,
): Size & { readonly x: number; readonly y: number } {
  const { width: givenWidth, height: givenHeight, position, offset = NOT_MOVED } = element;
  const whole = element.resize === 'none' ? scaled(source, element.sourceScale ?? 1) : frame;
  const width =
    givenWidth ??
    (givenHeight === null
      ? whole.width
      : Math.max(1, Math.round((givenHeight * source.width) / source.height)));
  const height =
    givenHeight ??
    (givenWidth === null
      ? whole.height
      : Math.max(1, Math.round((givenWidth * source.height) / source.width)));
  const across = { left: 0, center: 0.5, right: 1 }[position.horizontal];
  const down = { top: 0, center: 0.5, bottom: 1 }[position.vertical];
  return {
    width,
    height,
    x: (element.x ?? edge(frame.width, width, across, element.margin)) + offset.x,
    y: (element.y ?? edge(frame.height, height, down, element.margin)) + offset.y,
  };
}

function scaled({ width, height }: Size, factor: number): Size {
  const side = (pixels: number) => Math.max(1, Math.round(pixels * factor));
  return { width: side(width), height: side(height) };
}

/** The left or top edge of a box in a side of the frame. A box that is too large for its margin stays in the frame. */
function edge(side: number, size: number, share: number, margin: Length = { px: 0 }): number {
  const wanted = 'px' in margin ? margin.px : margin.share * side;
  const free = Math.max(0, Math.min(wanted, side - size));
  const inward = share === 0.5 ? 0 : share === 0 ? free : -free;
  return Math.round((side - size) * share + inward);
}
