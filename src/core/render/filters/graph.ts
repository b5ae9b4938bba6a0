import type { BlendMode, FrameRate } from '../../project/types/index.js';
import type { Size } from '../../timeline/box.js';
import { bottomLayers } from '../segment/hidden-layers.js';
import type { SegmentInput } from '../segment/segment-inputs.js';
import { isOpaque } from '../segment/transparency.js';
import type {
  Canvas,
  Drawing,
  Layer,
  LayerMatte,
  PaintItem,
  Segment,
  Stack,
} from '../segment/types.js';
import { blendFilter } from './blend-filters.js';
import { bt709Samples } from './color-filters.js';
import { firstFrames, repeatFrame, frameTimestamps, rate, TO_BT709 } from './filter-values.js';
import { layerFilters } from './layer-filters.js';
import {
  matteFilters,
  overlayPlace,
  type Point,
  shadowFilters,
  visiblePart,
  type VisiblePart,
} from './mask-filters.js';
import { transitionFilters } from './transitions.js';

/** Names of files in the working folder of ffmpeg. They need no escaping in filters. */
export const captionsFile = (index: number): string => `captions${index}.ass`;
export const FONTS_FOLDER = 'fonts';
export const drawingFile = (index: number): string => `drawing${index}.ass`;

/** The filter that draws a document. */
export const assFilter = (file: string): string => `ass=${file}:fontsdir=${FONTS_FOLDER}`;

/** What is painted on: the frame of the video, or a canvas. */
interface Frame extends Size {
  /** The number of pictures. */
  readonly count: number;
  readonly alpha: boolean;
}

interface LabelledPoint extends Point {
  readonly label: string;
}

/** A filtergraph under construction. The output of every chain has a unique label. */
export class Graph {
  readonly chains: string[] = [];
  private labels = 0;

  constructor(
    private readonly inputs: readonly SegmentInput[],
    private readonly drawings: readonly Drawing[],
    private readonly fps: FrameRate,
  ) {}

  /** The filtergraph, whose output is that of the last filters. */
  end(label: string, filters: string): string {
    return [...this.chains, `[${label}]${filters}[v]`].join(';');
  }

  /** Adds a chain and returns the label of its output. */
  add(filters: string, inputs: readonly string[]): string {
    const output = `c${this.labels++}`;
    this.chains.push(`${inputs.map((input) => `[${input}]`).join('')}${filters}[${output}]`);
    return output;
  }

  /** The pictures of the scenes: one scene, or two during a transition. */
  scenes({ stack, next, transition }: Segment, frame: Frame): string {
    const { fps } = this;
    const mixed = this.inputs.findIndex((input) => input.layer === null);
    if (mixed >= 0) return this.add(`setsar=1,${frameTimestamps(fps)}`, [`${mixed}:v`]);
    const first = this.stack(stack, frame);
    if (next === null || transition === null) return first;
    const filters = transitionFilters(transition, fps);
    return this.add(filters.both, [
      this.add(filters.first, [first]),
      this.add(filters.second, [this.stack(next, frame)]),
    ]);
  }

  /** All layers over the background. Layers that cover the frame replace the background. */
  private stack({ backgroundColor, layers }: Stack, frame: Frame): string {
    const bottom = bottomLayers(layers, frame, frame.count);
    let top =
      bottom.length > 0 ? this.concat(bottom, frame) : this.background(backgroundColor, frame);
    for (const paint of layers.slice(bottom.length)) top = this.paint(top, paint, frame);
    return top;
  }

  /** The pictures of a group or a matte. */
  private canvas(canvas: Canvas): string {
    const { width, height, count } = canvas;
    return this.stack(canvas, { width, height, count, alpha: !isOpaque(canvas) });
  }

  paint(below: string, paint: PaintItem, frame: Frame): string {
    if (paint.kind === 'drawing') {
      const filter = assFilter(drawingFile(this.drawings.indexOf(paint)));
      return frame.alpha ? this.drawOnAlpha(below, filter, frame) : this.add(filter, [below]);
    }
    const picture = this.layer(paint);
    if (paint.blend === 'normal' && paint.matte === null) {
      return this.paintLayer(below, { label: picture, ...overlayPlace(paint) }, paint);
    }
    const visible = visiblePart(paint, frame);
    if (visible === null) {
      this.chains.push(`[${picture}]nullsink`);
      return below;
    }
    const { x, y } = visible;
    const cropped = this.add(visible.crop, [picture]);
    const cut = paint.matte
      ? this.cutByMatte(cropped, { ...paint, matte: paint.matte }, visible)
      : cropped;
    const blended =
      paint.blend === 'normal' ? null : this.blend(below, cut, { ...visible, layer: paint, frame });
    if (blended === null) return this.paintLayer(below, { label: cut, x, y }, paint);
    return this.paintLayer(blended.below, { label: blended.label, x, y }, paint);
  }

  private paintLayer(below: string, { label, x, y }: LabelledPoint, layer: Layer): string {
    const over = (at: Point) => `overlay=x=${at.x}:y=${at.y}:eof_action=pass:repeatlast=0`;
    const { shadow } = layer;
    if (shadow === null) return this.add(over({ x, y }), [below, label]);
    const [whole, silhouette] = this.split(label, 2);
    const blurred = this.add(shadowFilters(shadow), [silhouette!]);
    const place = { x: x + shadow.x - shadow.margin, y: y + shadow.y - shadow.margin };
    return this.add(over({ x, y }), [this.add(over(place), [below, blurred]), whole!]);
  }

  split(label: string, count: number): string[] {
    if (count === 1) return [label];
    const labels = Array.from({ length: count }, () => `c${this.labels++}`);
    const outputs = labels.map((output) => `[${output}]`).join('');
    this.chains.push(`[${label}]split${count === 2 ? '' : `=${count}`}${outputs}`);
    return labels;
  }

  /** A layer that shows only as much as its matte. */
  private cutByMatte(
    picture: string,
    { matte, start, end }: Layer & { readonly matte: LayerMatte },
    { x, y, width, height }: VisiblePart,
  ): string {
    const { canvas, type } = matte;
    const repeat = canvas.count === end - start ? [] : [repeatFrame(this.fps, end - start)];
    const shares = this.add(
      [
        `crop=${width}:${height}:${x}:${y}:exact=1`,
        ...repeat,
        ...matteFilters(type, !isOpaque(canvas)),
        ...(start > 0 ? [`setpts=N+${start}`] : []),
      ].join(','),
      [this.canvas(canvas)],
    );
    const [colors, whole] = this.split(picture, 2);
    const own = this.add('alphaextract', [whole!]);
    return this.add('alphamerge', [colors!, this.add('blend=all_mode=multiply', [own, shares])]);
  }

  /**
   * Mixes the colors of a layer with those below it, in RGB. The result is painted over what is below like the layer.
   * Where nothing is below, the layer keeps its colors.
   */
  private blend(
    below: string,
    picture: string,
    {
      layer,
      frame,
      x,
      y,
      width,
      height,
    }: VisiblePart & { readonly layer: Layer; readonly frame: Frame },
  ): { readonly below: string; readonly label: string } {
    const [kept, ground] = this.split(below, 2) as [string, string];
    const [colors, whole] = this.split(picture, 2) as [string, string];
    const time = `trim=start_frame=${layer.start}:end_frame=${layer.end}`;
    const part = this.add(`${time},crop=${width}:${height}:${x}:${y}:exact=1`, [ground]);
    const alpha = this.add('alphaextract', [whole]);
    const upper = this.add(TO_RGB, [colors]);
    const filter = blendFilter(layer.blend as Exclude<BlendMode, 'normal'>, width);
    const mixed = frame.alpha
      ? this.blendOnAlpha(upper, part, filter)
      : this.add(filter, [upper, this.add(TO_RGB, [part])]);
    const shown = this.add(`scale=${TO_BT709},format=yuv420p`, [mixed]);
    return { below: kept, label: this.add('alphamerge', [shown, alpha]) };
  }

  private blendOnAlpha(upper: string, part: string, filter: string): string {
    const [plain, own] = this.split(upper, 2) as [string, string];
    const [ground, whole] = this.split(part, 2) as [string, string];
    const mixed = this.add(filter, [own, this.add(TO_RGB, [ground])]);
    const share = this.add('alphaextract,mergeplanes=0x000000:gbrp', [whole]);
    return this.add('maskedmerge', [plain, mixed, share]);
  }

  /**
   * Draws on a canvas with alpha. The filter knows no alpha, so it draws over black and over white, and the difference
   * between the two shows how much is covered.
   */
  private drawOnAlpha(below: string, filter: string, frame: Frame): string {
    const opaque = { ...frame, alpha: false };
    const black = this.add(filter, [this.background('#000000', opaque)]);
    const white = this.add(filter, [this.background('#FFFFFF', opaque)]);
    const [colors, dark] = this.split(black, 2) as [string, string];
    const luma = (label: string) => this.add('extractplanes=y', [label]);
    const alpha = this.add(COVERED, [luma(dark), luma(white)]);
    const [first, second, half] = this.split(alpha, 3) as [string, string, string];
    const [u, v] = this.split(this.add('scale=iw/2:ih/2:flags=area', [half]), 2) as [
      string,
      string,
    ];
    const shares = this.add('mergeplanes=0x001020:yuv420p', [first, u, v]);
    const straight = this.add(UNMIX, [colors, shares]);
    return this.add('overlay', [below, this.add('alphamerge', [straight, second])]);
  }

  /** Joins consecutive layers in time. */
  private concat(layers: readonly Layer[], frame: Frame): string {
    const labels = layers.map((layer) => this.layer(layer));
    if (labels.length === 1) return labels[0]!;
    const end = firstFrames(this.fps, frame.count);
    return this.add(`concat=n=${labels.length},tpad=stop=-1:stop_mode=clone,${end}`, labels);
  }

  /** @param format of the pictures; that of the layer if it is missing */
  layer(layer: Layer, format?: string): string {
    const indexOf = (matches: (input: SegmentInput) => boolean) =>
      this.inputs.findIndex((input) => input.layer === layer && matches(input));
    const drawn = {
      mask: `${indexOf(({ kind }) => kind === 'mask')}:v`,
      border: `${indexOf(({ kind }) => kind === 'border')}:v`,
    };
    const filters = layerFilters(layer, this.fps, drawn, format).join(',');
    if (layer.canvas !== null && layer.path === null)
      return this.add(filters, [this.canvas(layer.canvas)]);
    const index = indexOf(({ kind }) => kind !== 'mask' && kind !== 'border');
    const { stream } = layer.traits;
    const own = this.inputs[index]?.kind === 'source' && stream > 0 ? `v:${stream}` : 'v';
    return this.add(filters, [`${index}:${own}`]);
  }

  /** The scaler converts the color from RGB, because the `color` source uses BT.601. */
  private background(color: string, { width, height, count, alpha }: Frame): string {
    const { fps } = this;
    const size = `s=${width}x${height}:r=${rate(fps)},trim=end_frame=1`;
    const opaque = `color=c=0x${color.slice(1, 7)}:${size},format=gbrp,scale=${TO_BT709},format=yuv420p`;
    const source = alpha ? `color=c=black:${size},format=yuva420p,${fillFilter(color)}` : opaque;
    return this.add(`${source},setsar=1,${repeatFrame(fps, count)}`, []);
  }
}

/** Fills a picture with `#RRGGBBAA`. */
function fillFilter(color: string): string {
  const [y, u, v] = bt709Samples(color).map(Math.round);
  return `lutyuv=y=${y}:u=${u}:v=${v}:a=${parseInt(color.slice(7, 9), 16)}`;
}

const TO_RGB =
  'format=yuv420p|yuva420p,scale=in_color_matrix=bt709:in_range=tv:out_range=pc,format=gbrp';
/** From the brightness of a drawing over black and over white. */
const COVERED = "lut2=c0='clip(255-(y-x)*255/219+0.5,0,255)'";
/** The colors of a drawing over black, from which black is removed. */
const UNMIX =
  "lut2=c0='clip(16+(x-16)*255/max(y,1)+0.5,16,235)'" +
  ":c1='clip(128+(x-128)*255/max(y,1)+0.5,16,240)':c2='clip(128+(x-128)*255/max(y,1)+0.5,16,240)'";
