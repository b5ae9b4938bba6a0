import { useEffect, useRef } from 'preact/hooks';
import type { Item } from './tracks.js';

/** Many words at once, as lines: where somebody speaks. */
export function WordStrip({ items, scale }: { items: readonly Item[]; scale: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const from = items[0]!.start;
  const width = Math.ceil((items.at(-1)!.end - from) * scale);
  useEffect(() => {
    const element = canvas.current!;
    const { clientHeight: height } = element;
    element.width = width;
    element.height = height;
    const context = element.getContext('2d');
    if (context === null) return;
    context.fillStyle = getComputedStyle(element).color;
    for (const { start, end } of items) {
      context.fillRect(
        (start - from) * scale,
        4,
        Math.max(1, (end - start) * scale - 0.5),
        height - 8,
      );
    }
  }, [items, scale, width]);
  return (
    <canvas
      class="word-strip"
      ref={canvas}
      aria-hidden="true"
      style={{ left: `${from * scale}px`, width: `${width}px` }}
    />
  );
}
