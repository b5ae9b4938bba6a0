import type { CodedStream } from './access-units.js';

/** What a stream has to be to stand in one track with others. */
export interface TrackRequirements {
  readonly width: number;
  readonly height: number;
  /** Pictures from one key picture to the next, at most. */
  readonly longestGroup: number;
  /** Ids of the others' parameter sets. */
  readonly reservedSetIds: readonly number[];
}

/**
 * Looks at what an encoder made that is not known well: drivers leave out cropping, choose other
 * formats or space key pictures as they like, and say nothing of it.
 *
 * @throws Error that names the first thing that keeps the stream from being joined with others
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
