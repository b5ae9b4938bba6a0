import { layerFilters } from './layer-filters.js';
import { firstFrames, repeatFrame, frameTimestamps, rate, TO_BT709 } from './filter-values.js';
import { bottomLayers } from '../segment/hidden-layers.js';
import { overlayPlace, type Point, shadowFilters } from './mask-filters.js';
import { type SegmentInput, segmentInputs } from '../segment/segment-inputs.js';
import { pictureCount, segmentDrawings } from '../segment/segment-layers.js';
import { transitionFilters } from './transitions.js';
import type { Drawing, Layer, PaintItem, Segment, Stack } from '../segment/types.js';

/** Names of files in the working folder of ffmpeg. They need no escaping in filters. */
export const CAPTIONS_FILE = 'captions.ass';
export const FONTS_FOLDER = 'fonts';
export const drawingFile = (index: number): string => `drawing${index}.ass`;

/**
 * The filtergraph of a segment. Its inputs are those of {@link segmentInputs}. The output `[v]` has one
 * frame for each picture, at the rate of the segment.
 *
 * It contains only numbers and the fixed file names above, never text from a caller.
 */
export function segmentFiltergraph(segment: Segment): string {
  const graph = new Graph(segment);
  let top = graph.scenes();
  for (const paint of segment.over) top = graph.paint(top, paint);
  const captions = segment.captions ? `${assFilter(CAPTIONS_FILE)},` : '';
  const end = `${captions}format=yuv420p,trim=end_frame=${pictureCount(segment)}`;
  return `${graph.chains.join(';')};[${top}]${end}[v]`;
}

const assFilter = (file: string) => `ass=${file}:fontsdir=${FONTS_FOLDER}`;

/** A filtergraph under construction. The output of every chain has a unique label. */
class Graph {
  readonly chains: string[] = [];
  private labels = 0;
  private readonly inputs: readonly SegmentInput[];
  private readonly drawings: readonly Drawing[];

  constructor(private readonly segment: Segment) {
    this.inputs = segmentInputs(segment);
    this.drawings = segmentDrawings(segment);
  }

  /** Adds a chain and returns the label of its output. */
  add(filters: string, inputs: readonly string[]): string {
    const output = `c${this.labels++}`;
    this.chains.push(`${inputs.map((input) => `[${input}]`).join('')}${filters}[${output}]`);
    return output;
  }

  /** The pictures of the scenes: one scene, or two during a transition. */
  scenes(): string {
    const { stack, next, transition, fps } = this.segment;
    const mixed = this.inputs.findIndex((input) => input.layer === null);
    if (mixed >= 0) return this.add(`setsar=1,${frameTimestamps(fps)}`, [`${mixed}:v`]);
    const first = this.stack(stack);
    if (next === null || transition === null) return first;
    const filters = transitionFilters(transition, fps);
    return this.add(filters.both, [
      this.add(filters.first, [first]),
      this.add(filters.second, [this.stack(next)]),
    ]);
  }

  /** All layers over the background. Layers that cover the frame replace the background. */
  private stack({ backgroundColor, layers }: Stack): string {
    const { segment } = this;
    const bottom = bottomLayers(layers, segment, pictureCount(segment));
    let top = bottom.length > 0 ? this.concat(bottom) : this.background(backgroundColor);
    for (const paint of layers.slice(bottom.length)) top = this.paint(top, paint);
    return top;
  }

  paint(below: string, paint: PaintItem): string {
    if (paint.kind === 'drawing') {
      return this.add(assFilter(drawingFile(this.drawings.indexOf(paint))), [below]);
    }
    return this.paintLayer(below, this.layer(paint), paint);
  }

  private paintLayer(below: string, picture: string, layer: Layer): string {
    const { x, y } = overlayPlace(layer);
    const over = (at: Point) => `overlay=x=${at.x}:y=${at.y}:eof_action=pass:repeatlast=0`;
    const { shadow } = layer;
    if (shadow === null) return this.add(over({ x, y }), [below, picture]);
    const [whole, silhouette] = [`c${this.labels++}`, `c${this.labels++}`];
    this.chains.push(`[${picture}]split[${whole}][${silhouette}]`);
    const blurred = this.add(shadowFilters(shadow), [silhouette]);
    const place = { x: x + shadow.x - shadow.margin, y: y + shadow.y - shadow.margin };
    return this.add(over({ x, y }), [this.add(over(place), [below, blurred]), whole]);
  }

  /** Joins consecutive layers in time. */
  private concat(layers: readonly Layer[]): string {
    const labels = layers.map((layer) => this.layer(layer));
    if (labels.length === 1) return labels[0]!;
    const end = firstFrames(this.segment.fps, pictureCount(this.segment));
    return this.add(`concat=n=${labels.length},tpad=stop=-1:stop_mode=clone,${end}`, labels);
  }

  private layer(layer: Layer): string {
    const indexOf = (matches: (input: SegmentInput) => boolean) =>
      this.inputs.findIndex((input) => input.layer === layer && matches(input));
    const drawn = {
      mask: `${indexOf(({ kind }) => kind === 'mask')}:v`,
      border: `${indexOf(({ kind }) => kind === 'border')}:v`,
    };
    const filters = layerFilters(layer, this.segment.fps, drawn);
    const index = indexOf(({ kind }) => kind !== 'mask' && kind !== 'border');
    const { stream } = layer.traits;
    const own = this.inputs[index]?.kind === 'source' && stream > 0 ? `v:${stream}` : 'v';
    return this.add(filters.join(','), [`${index}:${own}`]);
  }

  /** The scaler converts the color from RGB, because the `color` source uses BT.601. */
  private background(color: string): string {
    const { width, height, fps } = this.segment;
    const source = `color=c=0x${color.slice(1)}:s=${width}x${height}:r=${rate(fps)}`;
    return this.add(
      `${source},trim=end_frame=1,format=gbrp,scale=${TO_BT709},format=yuv420p,setsar=1,` +
        repeatFrame(fps, pictureCount(this.segment)),
      [],
    );
  }
}
