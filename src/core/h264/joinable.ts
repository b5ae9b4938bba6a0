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
  if (first === undefined) throw new Error('the encoder produced no pictures');
  const { sps, pps } = first;
  const { width, height } = traits;
  if (sps.width !== width || sps.height !== height) {
    throw new Error(`expected pictures of ${width}x${height}, but got ${sps.width}x${sps.height}`);
  }
  if (sps.chromaFormat !== 1 || sps.bitDepth !== 8) {
    throw new Error('the stream is not 4:2:0 with 8 bits');
  }
  if (traits.reservedSetIds.includes(sps.id) || traits.reservedSetIds.includes(pps.id)) {
    throw new Error(`the parameter set IDs ${sps.id} and ${pps.id} are already in use`);
  }
  if (!first.idr) throw new Error('the stream does not begin with an IDR picture');
  let last = 0;
  stream.accessUnits.forEach(({ idr }, index) => {
    if (idr) last = index;
    if (index - last >= traits.longestGroup) {
      throw new Error(
        `more than ${traits.longestGroup} pictures follow each other without an IDR picture`,
      );
    }
  });
}
