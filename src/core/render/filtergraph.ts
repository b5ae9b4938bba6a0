import type { FrameRate } from '../project/types.js';
import type { Layer, Segment } from './types.js';

/** Names of files in the folder ffmpeg runs in: plain, so that nothing in a filter needs escaping. */
export const CAPTIONS_FILE = 'captions.ass';
export const FONTS_FOLDER = 'fonts';

/** Every picture becomes BT.709 in limited range once, whatever it was. */
const TO_BT709 = 'out_color_matrix=bt709:out_range=tv';

/**
 * The filtergraph of a segment. Input k is layer k; the output is labelled `[v]` and has exactly
 * `frameCount` frames at the segment's rate.
 *
 * Holds only numbers and the fixed file names above: no text of a caller ever gets here.
 */
export function segmentFiltergraph(segment: Segment): string {
  const chains = [background(segment)];
  let below = 'base';
  segment.layers.forEach((layer, index) => {
    chains.push(layerChain(layer, index, segment.fps));
    chains.push(
      `[${below}][layer${index}]overlay=x=${layer.x}:y=${layer.y}:eof_action=pass:repeatlast=0[over${index}]`,
    );
    below = `over${index}`;
  });
  const captions = segment.captions ? `ass=${CAPTIONS_FILE}:fontsdir=${FONTS_FOLDER}` : null;
  const end = [captions, 'format=yuv420p', `trim=end_frame=${segment.frameCount}`]
    .filter((filter) => filter !== null)
    .join(',');
  chains.push(`[${below}]${end}[v]`);
  return chains.join(';');
}

/** The colour is converted from RGB by the scaler: the `color` source itself uses BT.601. */
function background({ backgroundColor, width, height, fps, frameCount }: Segment): string {
  const color = `0x${backgroundColor.slice(1)}`;
  return (
    `color=c=${color}:s=${width}x${height}:r=${rate(fps)},trim=end_frame=1,format=gbrp,` +
    `scale=${TO_BT709},format=yuv420p,setsar=1,${held(fps, frameCount)}[base]`
  );
}

function layerChain(layer: Layer, index: number, fps: FrameRate): string {
  const count = layer.endFrame - layer.startFrame;
  const filters = [
    ...(layer.kind === 'video'
      ? ['setpts=PTS-STARTPTS', `fps=${rate(fps)}`]
      : ['trim=end_frame=1']),
    `scale=${layer.scaleWidth}:${layer.scaleHeight}:flags=bicubic+accurate_rnd+full_chroma_int:${TO_BT709}`,
    `crop=${layer.width}:${layer.height}:${layer.cropX}:${layer.cropY}:exact=1`,
    `format=${isTranslucent(layer) ? 'yuva420p' : 'yuv420p'}`,
    'setsar=1',
    layer.kind === 'video'
      ? `tpad=stop=-1:stop_mode=clone,trim=end_frame=${count},settb=${timeBase(fps)},setpts=N`
      : held(fps, count),
    ...opacityFilters(layer),
    `setpts=N+${layer.startFrame}`,
  ];
  return `[${index}:v]${filters.join(',')}[layer${index}]`;
}

/** One frame, shown `count` times: decoded and scaled once, repeated by reference. */
function held(fps: FrameRate, count: number): string {
  return `loop=loop=-1:size=1:start=0,settb=${timeBase(fps)},setpts=N,trim=end_frame=${count}`;
}

function opacityFilters(layer: Layer): string[] {
  const filters: string[] = [];
  if (layer.opacity < 1) filters.push(`colorchannelmixer=aa=${layer.opacity}`);
  // `fade` counts the frames of its input, which for a later part of a clip starts past zero.
  if (layer.fadeInFrames > 0 && layer.clipOffsetFrames < layer.fadeInFrames) {
    filters.push(`fade=t=in:s=${-layer.clipOffsetFrames}:n=${layer.fadeInFrames}:alpha=1`);
  }
  if (layer.fadeOutFrames > 0) {
    const start = layer.clipFrames - layer.fadeOutFrames - layer.clipOffsetFrames;
    filters.push(`fade=t=out:s=${start}:n=${layer.fadeOutFrames}:alpha=1`);
  }
  return filters;
}

/** PNG, WebP and GIF may have alpha; a picture in front of something else keeps it. */
function isTranslucent(layer: Layer): boolean {
  return (
    layer.kind === 'image' || layer.opacity < 1 || layer.fadeInFrames > 0 || layer.fadeOutFrames > 0
  );
}

const rate = ({ num, den }: FrameRate): string => `${num}/${den}`;
const timeBase = ({ num, den }: FrameRate): string => `${den}/${num}`;
