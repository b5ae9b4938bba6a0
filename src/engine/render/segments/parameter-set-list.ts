import { sameBytes } from '../../../core/h264/access-units.js';
import { parsePps, parseSps } from '../../../core/h264/parameter-sets.js';
import { readSegmentFile } from './segment-file.js';

interface Sets {
  readonly sps: Uint8Array;
  readonly pps: Uint8Array;
}

/** The parameter sets of a track. Slices refer to them by ID, so each ID is unique. */
export class ParameterSetList {
  readonly sps: Uint8Array[] = [];
  readonly pps: Uint8Array[] = [];

  /** @returns false, without adding any, if one of the IDs belongs to a different set */
  add({ sps, pps }: Sets): boolean {
    const knownSps = this.sps.find((other) => parseSps(other).id === parseSps(sps).id);
    const knownPps = this.pps.find((other) => parsePps(other).id === parsePps(pps).id);
    if (knownSps && !sameBytes(knownSps, sps)) return false;
    if (knownPps && !sameBytes(knownPps, pps)) return false;
    if (!knownSps) this.sps.push(sps);
    if (!knownPps) this.pps.push(pps);
    return true;
  }
}

/** Indices of the segments that cannot share a track with those before them. */
export async function findIncompatibleSegments(segmentPaths: readonly string[]): Promise<number[]> {
  const list = new ParameterSetList();
  const incompatible: number[] = [];
  for (const [index, path] of segmentPaths.entries()) {
    const header = await readSegmentFile(path, { verify: false });
    if (header !== null && !list.add(header)) incompatible.push(index);
  }
  return incompatible;
}
