import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameRate } from '../../core/project/types/index.js';
import { drawRaster, rasterFormat } from '../../core/raster/draw-raster.js';
import type { RasterPicture } from '../../core/raster/types.js';
import { layerFilters } from '../../core/render/filters/layer-filters.js';
import {
  layerAtRest,
  type MotionStream,
  sampledFormat,
} from '../../core/render/segment/motion-stream.js';
import type { Layer } from '../../core/render/segment/types.js';
import { args } from '../../core/util/args.js';
import type { FfmpegInput } from '../ffmpeg/build-args.js';
import {
  pictureInputOptions,
  seekOptions,
  writeLookupTables,
} from '../media/formats/source-inputs.js';
import type { StoredSource } from '../media/formats/stored-source.js';

/** Where the files of a run are, and their names. */
interface LayerFiles {
  /** The working folder. */
  readonly folder: string;
  /** Begins the names of files. */
  readonly name: string;
  readonly sourceOf: (contentHash: string) => StoredSource;
  readonly fps: FrameRate;
}

/** The inputs and the filtergraph that make the pictures of a layer that moves, before they move. */
export async function layerRun(
  layer: Layer,
  stream: MotionStream,
  { folder, name, sourceOf, fps }: LayerFiles,
): Promise<{ readonly inputs: readonly FfmpegInput[]; readonly filtergraph: string }> {
  await writeLookupTables([layer.traits], folder);
  const inputs = [
    layer.shape
      ? await rasterInput(layer.shape, join(folder, `${name}.shape`))
      : sourceInput(layer, sourceOf(layer.contentHash)),
  ];
  const mask = `${inputs.length}:v`;
  if (layer.mask) inputs.push(await rasterInput(layer.mask, join(folder, `${name}.mask`)));
  const border = `${inputs.length}:v`;
  if (layer.border) inputs.push(await rasterInput(layer.border, join(folder, `${name}.border`)));
  const count = stream.plays ? stream.count : 1;
  const format = sampledFormat(stream.picture);
  const filters = layerFilters(layerAtRest(layer, count), fps, { mask, border }, format);
  const own = layer.shape === null && layer.traits.stream > 0 ? `v:${layer.traits.stream}` : 'v';
  return { inputs, filtergraph: `[0:${own}]${filters.join(',')},format=${format}[v]` };
}

/** The source of a layer, from where it plays. */
export function sourceInput(layer: Layer, source: StoredSource): FfmpegInput {
  const options = [
    ...(layer.seekUs > 0 ? seekOptions(layer.seekUs, source) : []),
    ...pictureInputOptions(source, layer.traits),
  ];
  return { path: source.path, options };
}

/** Draws a picture into a file, which becomes the input. */
export async function rasterInput(picture: RasterPicture, path: string): Promise<FfmpegInput> {
  await writeFile(path, drawRaster(picture));
  const options = args(
    ['-f', 'rawvideo', '-pixel_format', rasterFormat(picture)],
    ['-video_size', `${picture.width}x${picture.height}`],
  );
  return { path, options };
}
