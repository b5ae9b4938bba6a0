import type { AccessUnit, CodedStream } from './access-units.js';
import { withFrameHeight } from './frame-height.js';
import { sameBytes } from './access-units.js';
import { parseSps, type Pps, type Sps } from './parameter-sets.js';
import { skippedPicture, skippedSlice, skippedSliceData } from './skipped-picture.js';
import { DEBLOCKING, readSlice, type Slice, writeSlice } from './slice-header.js';
import type { FilledPicture } from './still-fill.js';

/**
 * Rows of macroblocks of a slice of a band. Its first and its last slice are margins where the frame goes on: vectors
 * reach at most two rows and a half.
 */
export const BAND_SLICE_ROWS = 3;

/** Whole rows of macroblocks across a frame. */
export interface RowBand {
  readonly first: number;
  /** Exclusive. */
  readonly end: number;
}

/** The parts of frames that were encoded apart: what is above and below a band once, the band for each picture. */
export interface BandStreams {
  /** Null where the band reaches the edge. */
  readonly above: CodedStream | null;
  readonly band: CodedStream;
  readonly below: CodedStream | null;
}

export interface BandFilled {
  readonly sps: Uint8Array;
  readonly pps: Uint8Array;
  readonly pictures: readonly FilledPicture[];
}

/**
 * Band fill: joins the parts of frames that only change within a band to whole frames. Key pictures have the slices of
 * all parts. Pictures between them have those of the band, and skip all other macroblocks.
 *
 * A band decodes in the frame to what it decodes to alone, because nothing in it depends on what is around it:
 * intra prediction, contexts, and vectors are those of its slices, it has no deblocking, and no vector of a slice
 * between margins leaves the margins. These stay as the key picture has them, which is checked.
 *
 * @param height of the frame in pixels
 * @param counts the number of frames that each picture shows, at least 1
 * @returns null if the encoder has changed a margin
 * @throws Error if the streams do not fit together
 */
export function fillBand(
  streams: BandStreams,
  { rows, height }: { readonly rows: RowBand; readonly height: number },
  counts: readonly number[],
): BandFilled | null {
  const { above, band, below } = streams;
  const units = band.accessUnits;
  if (units.length !== counts.length) {
    throw new Error(`expected ${counts.length} encoded pictures, but got ${units.length}`);
  }
  const edge = above ?? below;
  if (edge === null) throw new Error('expected a band that is not the whole frame');
  // The set of the band limits the length of vectors, and whole still segments have another one.
  const sets = withFrameHeight(edge.sps, height);
  const sps = parseSps(sets);
  const { pps } = units[0]!;
  const outer = [above, below].map((stream) => {
    if (stream && !sameBytes(stream.pps, band.pps))
      throw new Error('the parts have different sets');
    return stream ? slicesOf(stream.accessUnits[0]!) : [];
  });
  const join = new BandJoin(sps, pps, rows, [outer[0]!, outer[1]!]);
  const pictures: FilledPicture[] = [];
  const repeats = new Map<number, Uint8Array>();
  let frameNum = 0;
  let keys = 0;
  for (const [index, unit] of units.entries()) {
    frameNum = unit.idr ? 0 : (frameNum + 1) % 2 ** sps.frameNumBits;
    const nals = unit.idr ? join.key(unit, keys++ % 2) : join.changed(unit, frameNum);
    if (nals === null) return null;
    pictures.push({ nals, idr: unit.idr });
    for (let repeat = 1; repeat < counts[index]!; repeat++) {
      frameNum = (frameNum + 1) % 2 ** sps.frameNumBits;
      const known = repeats.get(frameNum) ?? skippedPicture(sps, pps, frameNum);
      repeats.set(frameNum, known);
      pictures.push({ nals: [known], idr: false });
    }
  }
  return { sps: sets, pps: band.pps, pictures };
}

const slicesOf = ({ slices, sps, pps }: AccessUnit): Slice[] =>
  slices.map((nal) => readSlice(nal, sps, pps));

/** Writes the pictures of a band into frames. */
class BandJoin {
  private readonly offset: number;
  private readonly end: number;
  private readonly whole: number;
  private readonly margin: number;

  constructor(
    private readonly sps: Sps,
    private readonly pps: Pps,
    rows: RowBand,
    private readonly outer: readonly [readonly Slice[], readonly Slice[]],
  ) {
    const { widthMbs, heightMbs } = sps;
    this.offset = rows.first * widthMbs;
    this.end = rows.end * widthMbs;
    this.whole = widthMbs * heightMbs;
    this.margin = BAND_SLICE_ROWS * widthMbs;
  }

  key(unit: AccessUnit, idrPicId: number): Uint8Array[] {
    const [above, below] = this.outer;
    const write = (slices: readonly Slice[], offset: number, deblocking: 1 | 2) =>
      slices.map((slice) => this.write(slice, { offset, frameNum: 0, idrPicId, deblocking }));
    return [
      ...write(above, 0, DEBLOCKING.withinSlices),
      ...write(slicesOf(unit), this.offset, DEBLOCKING.off),
      ...write(below, this.end, DEBLOCKING.withinSlices),
    ];
  }

  /** @returns null if a margin has changed */
  changed(unit: AccessUnit, frameNum: number): Uint8Array[] | null {
    const slices = slicesOf(unit);
    const from = this.offset > 0 ? this.offset + this.margin : 0;
    const to = this.end < this.whole ? this.end - this.margin : this.whole;
    const isInner = ({ firstMb }: Slice) =>
      firstMb + this.offset >= from && firstMb + this.offset < to;
    const margins = slices.filter((slice) => !isInner(slice));
    if (!margins.every((slice) => this.isSkipped(slice))) return null;
    const inner = slices.filter(isInner).map((slice) =>
      this.write(slice, {
        offset: this.offset,
        frameNum,
        idrPicId: 0,
        deblocking: DEBLOCKING.off,
      }),
    );
    return [...this.skip(frameNum, 0, from), ...inner, ...this.skip(frameNum, to, this.whole)];
  }

  private skip(frameNum: number, from: number, to: number): Uint8Array[] {
    if (to <= from) return [];
    return [skippedSlice(this.sps, this.pps, frameNum, { first: from, count: to - from })];
  }

  private isSkipped({ data, qpDelta }: Slice): boolean {
    const qp = this.pps.initQp + qpDelta;
    return endsLike(data, skippedSliceData(this.margin, qp));
  }

  private write(
    slice: Slice,
    {
      offset,
      frameNum,
      idrPicId,
      deblocking,
    }: {
      readonly offset: number;
      readonly frameNum: number;
      readonly idrPicId: number;
      readonly deblocking: 1 | 2;
    },
  ): Uint8Array {
    const { sps, pps } = this;
    const place = { firstMb: slice.firstMb + offset, frameNum, idrPicId };
    return writeSlice(slice, place, { sps, pps, deblocking });
  }
}

/** Whether the data of a slice is that of another. x264 writes a random bit after the last one that is decoded. */
function endsLike(data: Uint8Array, expected: Uint8Array): boolean {
  const last = expected.length - 1;
  const stop = expected[last]! & -expected[last]!;
  return (
    sameBytes(data.subarray(0, last), expected.subarray(0, last)) &&
    (data[last]! & -stop) === expected[last] &&
    data.subarray(last + 1).every((byte) => byte === 0x80)
  );
}
