import { cropDrawing } from '../../drawing/crop-drawing.js';
import { splitDrawing } from '../../drawing/split-drawing.js';
import type { RowBand } from '../../h264/band-fill.js';
import type { FrameRate } from '../../project/types/index.js';
import { layerAtRest, sampledFormat } from '../segment/motion-stream.js';
import { inputsOf, type SegmentInput, segmentInputs } from '../segment/segment-inputs.js';
import { paintedDrawings, paintItems, pictureCount } from '../segment/segment-layers.js';
import type { Drawing, LoopedPass, Segment } from '../segment/types.js';
import { firstFrames, repeatChanged, repeatFrame } from './filter-values.js';
import { assFilter, captionsFile, Graph } from './graph.js';

const MACROBLOCK = 16;

/** A layer that moves, among the inputs of a filtergraph. */
export type MotionInput = Extract<SegmentInput, { readonly kind: 'motion' }>;

/**
 * What one run of ffmpeg makes. The output `[v]` of its filtergraph has one frame for each picture, at the rate of the
 * video. It contains only numbers and the fixed file names above, never text from a caller.
 */
export interface PictureGraph {
  readonly inputs: readonly SegmentInput[];
  readonly drawings: readonly Drawing[];
  /** Documents, in the order in which they are drawn. */
  readonly captions: readonly string[];
  readonly fps: FrameRate;
  readonly filtergraph: string;
}

/** What makes the pictures of a segment. */
export function segmentGraph(segment: Segment): PictureGraph {
  const { fps } = segment;
  const captions = [segment.captions].filter((document) => document !== null);
  const { graph, top, ...parts } = paintSegment(segment);
  const last = [...captions.map((_, index) => assFilter(captionsFile(index))), 'format=yuv420p'];
  const filtergraph = graph.end(top, `${last.join(',')},trim=end_frame=${pictureCount(segment)}`);
  return { ...parts, captions, fps, filtergraph };
}

/** The outputs of {@link bandGraph} beside `[v]`. */
export const BAND_EDGES = { above: 'above', below: 'below' } as const;

/**
 * What makes the pictures of a segment in which only a band of rows changes: the rows of the band in each picture, and once
 * what is above and below it, as the outputs `[above]` and `[below]`. They are missing where the band reaches the edge.
 */
export function bandGraph(segment: Segment, { first, end }: RowBand): PictureGraph {
  const { fps, width, height, captions } = segment;
  const count = pictureCount(segment);
  const { graph, top, ...parts } = paintSegment(segment);
  const rows = { top: first * MACROBLOCK, bottom: Math.min(height, end * MACROBLOCK) };
  const crop = (from: number, to: number) => `crop=${width}:${to - from}:0:${from}:exact=1`;
  const edges: { readonly name: string; readonly filter: string }[] = [];
  if (rows.top > 0) edges.push({ name: BAND_EDGES.above, filter: crop(0, rows.top) });
  if (rows.bottom < height)
    edges.push({ name: BAND_EDGES.below, filter: crop(rows.bottom, height) });
  const whole = graph.add('format=yuv420p,trim=end_frame=1', [top]);
  const [own, ...copies] = graph.split(whole, 1 + edges.length) as [string, ...string[]];
  edges.forEach(({ name, filter }, index) =>
    graph.chains.push(`[${copies[index]!}]${filter},${firstFrames(fps, 1)}[${name}]`),
  );
  const drawn = bandCaptions(captions === null ? null : cropDrawing(captions, rows), fps, count);
  const band = [crop(rows.top, rows.bottom), ...drawn.filters, 'format=yuv420p'];
  const filtergraph = graph.end(own, `${band.join(',')},trim=end_frame=${count}`);
  return { ...parts, captions: drawn.documents, fps, filtergraph };
}

/** Repeats a frame, and draws captions on it: what stays once, and what moves in each frame. */
function bandCaptions(document: string | null, fps: FrameRate, count: number) {
  const [first, second] = [assFilter(captionsFile(0)), assFilter(captionsFile(1))];
  if (document === null) return { documents: [], filters: [repeatFrame(fps, count)] };
  const parts = splitDrawing(document, fps, count);
  if (parts === null) {
    return { documents: [document], filters: [repeatFrame(fps, count), first] };
  }
  const { still, starts, moving } = parts;
  const repeated = repeatChanged(fps, count, { starts, filters: first });
  return { documents: [still, moving], filters: [repeated, second] };
}

/** The outputs of {@link passesGraph}, in the order of the passes. */
export const passLabel = (index: number): string => (index === 0 ? 'v' : `pass${index}`);

/**
 * What makes the pictures of passes that repeat a segment with other captions. All of them are made side by side, so that
 * what they share is made once.
 */
export function passesGraph(segment: Segment, passes: readonly LoopedPass[]): PictureGraph {
  const { graph, top, ...parts } = paintSegment(segment);
  const whole = graph.add(`format=yuv420p,trim=end_frame=${segment.frameCount}`, [top]);
  const copies = graph.split(whole, passes.length);
  const captions: string[] = [];
  passes.forEach(({ frameCount, captions: document }, index) => {
    const filters = [`trim=end_frame=${frameCount}`];
    if (document !== null) {
      filters.unshift(assFilter(captionsFile(captions.length)), 'format=yuv420p');
      captions.push(document);
    }
    graph.chains.push(`[${copies[index]!}]${filters.join(',')}[${passLabel(index)}]`);
  });
  return { ...parts, captions, fps: segment.fps, filtergraph: graph.chains.join(';') };
}

/** Paints everything but the captions. */
function paintSegment(segment: Segment) {
  const { fps, width, height } = segment;
  const inputs = segmentInputs(segment);
  const drawings = paintedDrawings(paintItems(segment));
  const graph = new Graph(inputs, drawings, fps);
  const frame = { width, height, count: pictureCount(segment), alpha: false };
  let top = graph.scenes(segment, frame);
  for (const paint of segment.over) top = graph.paint(top, paint, frame);
  return { graph, top, inputs, drawings };
}

/** What makes the pictures of a layer that moves, before they move. */
export function layerGraph({ layer, stream }: MotionInput, fps: FrameRate): PictureGraph {
  const rest = layerAtRest(layer, stream);
  const format = sampledFormat(stream.picture);
  const inputs = inputsOf([rest]);
  const drawings = paintedDrawings([rest]);
  const graph = new Graph(inputs, drawings, fps);
  const filtergraph = graph.end(graph.layer(rest, format), `format=${format}`);
  return { inputs, drawings, captions: [], fps, filtergraph };
}

/** The graphs of a segment: its own, and those of all layers that move in it. */
export function graphsOf(graph: PictureGraph): PictureGraph[] {
  const moving = graph.inputs.filter((input) => input.kind === 'motion');
  return [graph, ...moving.flatMap((input) => graphsOf(layerGraph(input, graph.fps)))];
}
