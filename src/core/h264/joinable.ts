import type { CodedStream } from './access-units.js';

/** What a stream must fulfill to share a track with others. */
export interface TrackRequirements {
  readonly width: number;
  readonly height: number;
  /** Maximum number of pictures from one key picture to the next. */
  readonly longestGroup: number;
  /** IDs of the parameter sets of the other streams. */
  readonly reservedSetIds: readonly number[];
}

/**
 * Checks the stream of a hardware encoder. Drivers may silently omit cropping, choose other formats, or
 * space key pictures differently.
 *
 * @throws Error that names the first reason why the stream cannot be joined with others
 */
export function assertJoinable(stream: CodedStream, traits: TrackRequirements): void {
  const [first] = stream.accessUnits;
  if (first === undefined) throw new Error('the encoder made no picture');
  const { sps, pps } = first;
  const { width, height } = traits;
  if (sps.width !== width || sps.height !== height) {
    throw new Error(`pictures of ${sps.width}x${sps.height} were made, not ${width}x${height}`);
  }
  if (sps.chromaFormat !== 1 || sps.bitDepth !== 8) {
    throw new Error('the stream is not 4:2:0 with 8 bits');
  }
  if (traits.reservedSetIds.includes(sps.id) || traits.reservedSetIds.includes(pps.id)) {
    throw new Error(`parameter sets have the ids ${sps.id} and ${pps.id}, which are taken`);
  }
  if (!first.idr) throw new Error('the stream does not begin with an IDR picture');
  let last = 0;
  stream.accessUnits.forEach(({ idr }, index) => {
    if (idr) last = index;
    if (index - last >= traits.longestGroup) {
      throw new Error(`there are more than ${traits.longestGroup} pictures without an IDR picture`);
    }
  });
}
