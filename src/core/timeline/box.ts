import type { ElementPlacement } from '../project/types/index.js';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The box of an element, in whole pixels of the output. Without a size, the element fills the frame. If only
 * one side is set, the other follows the proportions of the source.
 */
export function elementBox(
  element: ElementPlacement,
  source: Size,
  frame: Size,
): Size & { readonly x: number; readonly y: number } {
  const { width: givenWidth, height: givenHeight, position } = element;
  const width =
    givenWidth ??
    (givenHeight === null
      ? frame.width
      : Math.max(1, Math.round((givenHeight * source.width) / source.height)));
  const height =
    givenHeight ??
    (givenWidth === null
      ? frame.height
      : Math.max(1, Math.round((givenWidth * source.height) / source.width)));
  const across = { left: 0, center: 0.5, right: 1 }[position.horizontal];
  const down = { top: 0, center: 0.5, bottom: 1 }[position.vertical];
  return {
    width,
    height,
    x: element.x ?? Math.round((frame.width - width) * across),
    y: element.y ?? Math.round((frame.height - height) * down),
  };
}
