import { JobFailure } from '../../../core/job/job-failure.js';
import {
  graphsOf,
  layerGraph,
  type MotionInput,
  type PictureGraph,
} from '../../../core/render/filters/filtergraph.js';
import { canvasesOf, segmentLayers } from '../../../core/render/segment/segment-layers.js';
import type { Segment } from '../../../core/render/segment/types.js';
import { SLOTS } from '../../views/view-sampler.js';

/** With 420 inputs, ffmpeg 5.1 writes nothing and reports no error. */
const MOST_INPUTS = 330;
/** Each is a process of ffmpeg of its own beside that of the segment. */
const MOST_PLAYING = 32;
/** Two segments at a time, with their pictures and frames, leave room for the rest of a process in 4 GiB. */
const MOST_SAMPLED_BYTES = 1 << 30;
/** Bytes of a pixel of a picture: its planes, and a pyramid. */
const PICTURE_BYTES = 9;
/** Bytes of a pixel of a frame, as often as the sampler makes frames ahead. */
const FRAME_BYTES = 2.5 * SLOTS;

/**
 * Refuses a segment that takes too many inputs, processes, or too much memory, with the groups that move in it.
 *
 * @throws JobFailure MEDIA_LIMIT_EXCEEDED
 */
export function requireBounds(segment: Segment, graph: PictureGraph): void {
  const canvases = segmentLayers(segment).flatMap(canvasesOf);
  const inputs = graphsOf(graph).reduce((sum, one) => sum + one.inputs.length, canvases.length);
  if (inputs > MOST_INPUTS) {
    fail(
      `At most ${MOST_INPUTS} pictures, videos, shapes, and groups can show at the same time, but a part of the video has ${inputs}. Show fewer.`,
    );
  }
  const playing = graphsOf(graph).flatMap(movingInputs).filter(plays).length;
  if (playing > MOST_PLAYING) {
    fail(
      `At most ${MOST_PLAYING} videos, and groups in which something changes, can move at the same time, but in a part of the video ${playing} do. Move fewer.`,
    );
  }
  const most = Math.max(...memoryOfRuns(graph));
  if (most > MOST_SAMPLED_BYTES) {
    const [needed, limit] = [most, MOST_SAMPLED_BYTES].map((size) => Math.ceil(size / 2 ** 20));
    fail(
      `Pictures that move at the same time can take at most ${limit} MiB of memory, but a part of the video takes ${needed} MiB. Move fewer or smaller ones.`,
    );
  }
}

const movingInputs = ({ inputs }: PictureGraph) => inputs.filter((one) => one.kind === 'motion');
const plays = ({ stream }: MotionInput) => stream.plays;

/**
 * Bytes that the sampler takes for a graph with the groups in it that play, which are sampled together. After it, those of each
 * group that is made once, and before the graph runs.
 */
function memoryOfRuns(graph: PictureGraph): [number, ...number[]] {
  let together = 0;
  const before: number[] = [];
  for (const input of movingInputs(graph)) {
    const { picture, path } = input.stream;
    const frame = path.area.width * path.area.height;
    together += picture.width * picture.height * PICTURE_BYTES + frame * FRAME_BYTES;
    const [own, ...others] = memoryOfRuns(layerGraph(input, graph.fps));
    if (plays(input)) together += own;
    else before.push(own);
    before.push(...others);
  }
  return [together, ...before];
}

function fail(message: string): never {
  throw new JobFailure('MEDIA_LIMIT_EXCEEDED', message);
}
