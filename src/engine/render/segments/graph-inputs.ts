import type { FrameRate } from '../../../core/project/types/index.js';
import { rasterFormat } from '../../../core/raster/draw-raster.js';
import type { RasterPicture } from '../../../core/raster/types.js';
import type { SegmentInput } from '../../../core/render/segment/segment-inputs.js';
import type { Layer } from '../../../core/render/segment/types.js';
import { args } from '../../../core/util/args.js';
import type { FfmpegInput } from '../../ffmpeg/build-args.js';
import { pictureInputOptions, seekOptions } from '../../media/formats/source-inputs.js';
import type { StoredSource } from '../../media/formats/stored-source.js';

/** An input with frames that the sampler makes. */
export type SampledInput = Extract<SegmentInput, { readonly kind: 'views' | 'motion' }>;

/** The source of a layer, from where it plays. */
export function sourceInput(layer: Layer, source: StoredSource): FfmpegInput {
  const options = [
    ...(layer.seekUs > 0 ? seekOptions(layer.seekUs, source) : []),
    ...pictureInputOptions(source, layer.traits),
  ];
  return { path: source.path, options };
}

/** The samples of a picture that is drawn, in a file. */
export function rasterInput(picture: RasterPicture, path: string): FfmpegInput {
  const options = args(
    ['-f', 'rawvideo', '-pixel_format', rasterFormat(picture)],
    ['-video_size', `${picture.width}x${picture.height}`],
  );
  return { path, options };
}

/** The input with the frames of a stream. */
export function streamInput(input: SampledInput, pipe: number, fps: FrameRate): FfmpegInput {
  const { width, height, alpha } =
    input.kind === 'views' ? input.stream : { ...input.stream.path.area, alpha: true };
  const options = args(
    ['-f', 'rawvideo', '-pixel_format', alpha ? 'yuva420p' : 'yuv420p'],
    ['-video_size', `${width}x${height}`, '-framerate', `${fps.num}/${fps.den}`],
    // Since 7.0, filters convert what has no color space as if it was that of standard definition.
    ['-colorspace', 'bt709', '-color_range', 'tv'],
  );
  return { path: `pipe:${pipe}`, options };
}
