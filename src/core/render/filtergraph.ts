import { layerFilters } from './layer-filters.js';
import { held, inOrder, rate, TO_BT709 } from './filter-values.js';
import { coversFrame } from './hidden-layers.js';
import { type SegmentInput, segmentInputs } from './segment-inputs.js';
import { pictureCount } from './segment-layers.js';
import { transitionFilters } from './transitions.js';
import type { Layer, Segment, Stack } from './types.js';

/** Names of files in the folder ffmpeg runs in: plain, so that nothing in a filter needs escaping. */
export const CAPTIONS_FILE = 'captions.ass';
export const FONTS_FOLDER = 'fonts';

/**
 * The filtergraph of a segment. Inputs are as {@link segmentInputs} lists them; the output
 * is labelled `[v]` and has one frame for each picture, at the segment's rate.
 *
 * Holds only numbers and the fixed file names above: no text of a caller ever gets here.
 */
export function segmentFiltergraph(segment: Segment): string {
  const graph = new Graph(segment, segmentInputs(segment));
  let top = graph.scenes();
  for (const layer of segment.over) top = graph.paint(top, layer);
  const captions = segment.captions ? `ass=${CAPTIONS_FILE}:fontsdir=${FONTS_FOLDER},` : '';
  const end = `${captions}format=yuv420p,trim=end_frame=${pictureCount(segment)}`;
  return `${graph.chains.join(';')};[${top}]${end}[v]`;
}

/** Chains under construction; every chain's output has a label of its own. */
class Graph {
  readonly chains: string[] = [];
  private labels = 0;

  constructor(
    private readonly segment: Segment,
    private readonly inputs: readonly SegmentInput[],
  ) {}

  /** Adds a chain; returns the label of its output. */
  add(filters: string, inputs: readonly string[]): string {
    const output = `c${this.labels++}`;
    this.chains.push(`${inputs.map((input) => `[${input}]`).join('')}${filters}[${output}]`);
    return output;
  }

  /** What shows of the scenes: one, or two in a transition. */
  scenes(): string {
    const { stack, next, transition, fps } = this.segment;
    const mixed = this.inputs.findIndex((input) => input.layer === null);
    if (mixed >= 0) return this.add(`setsar=1,${inOrder(fps)}`, [`${mixed}:v`]);
    const first = this.stack(stack);
    if (next === null || transition === null) return first;
    const filters = transitionFilters(transition, fps);
    return this.add(filters.both, [
      this.add(filters.first, [first]),
      this.add(filters.second, [this.stack(next)]),
    ]);
  }

  /** All layers over the background; a layer that covers everything is the background itself. */
  private stack({ backgroundColor, layers }: Stack): string {
    const [bottom, ...others] = layers;
    const covered = bottom !== undefined && coversFrame(bottom, this.segment);
    let top = covered ? this.layer(bottom) : this.background(backgroundColor);
    for (const layer of covered ? others : layers) top = this.paint(top, layer);
    return top;
  }

  paint(below: string, layer: Layer): string {
    const picture = this.layer(layer);
    return this.add(`overlay=x=${layer.x}:y=${layer.y}:eof_action=pass:repeatlast=0`, [
      below,
      picture,
    ]);
  }

  private layer(layer: Layer): string {
    const filters = layerFilters(layer, this.segment.fps);
    const index = this.inputs.findIndex((input) => input.layer === layer);
    return this.add(filters.join(','), [`${index}:v`]);
  }

  /** The colour is converted from RGB by the scaler: the `color` source itself uses BT.601. */
  private background(color: string): string {
    const { width, height, fps } = this.segment;
    const source = `color=c=0x${color.slice(1)}:s=${width}x${height}:r=${rate(fps)}`;
    return this.add(
      `${source},trim=end_frame=1,format=gbrp,scale=${TO_BT709},format=yuv420p,setsar=1,` +
        held(fps, pictureCount(this.segment)),
      [],
    );
  }
}
