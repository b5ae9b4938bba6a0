import type { CodedStream } from './access-units.js';
import { assertJoinable } from './joinable.js';
import type { Pps, Sps } from './parameter-sets.js';

const SPS = {
  id: 0,
  width: 1920,
  height: 1080,
  chromaFormat: 1,
  bitDepth: 8,
} as Sps;
const PPS = { id: 0 } as Pps;
const TRAITS = { width: 1920, height: 1080, longestGroup: 3, reservedSetIds: [1, 2] };

/** A stream with an IDR picture for every `I`. */
function stream(pictures: string, sps: Partial<Sps> = {}, pps: Partial<Pps> = {}): CodedStream {
  const sets = { sps: new Uint8Array(), pps: new Uint8Array() };
  const accessUnits = Array.from({ length: pictures.length }, (_, index) => ({
    slices: [],
    idr: pictures[index] === 'I',
    reference: true,
    pocLsb: 0,
    sps: { ...SPS, ...sps },
    pps: { ...PPS, ...pps },
  }));
  return { ...sets, accessUnits };
}

describe('a stream to join with others', () => {
  it.each(['I', 'IPP', 'IPPIPIPP'])('can be %s', (pictures) => {
    expect(() => assertJoinable(stream(pictures), TRAITS)).not.toThrow();
  });

  it.each([
    ['', {}, {}, 'no picture'],
    ['PPI', {}, {}, 'does not begin with an IDR picture'],
    ['IPPP', {}, {}, 'more than 3 pictures follow each other without an IDR picture'],
    ['I', { height: 1088 }, {}, 'expected pictures of 1920x1080, but got 1920x1088'],
    ['I', { chromaFormat: 2 }, {}, 'not 4:2:0'],
    ['I', { bitDepth: 10 }, {}, 'with 8 bits'],
    ['I', { id: 2 }, {}, 'are already in use'],
    ['I', {}, { id: 1 }, 'are already in use'],
  ])('is rejected with "%s" for %j and %j', (pictures, sps, pps, reason) => {
    expect(() => assertJoinable(stream(pictures, sps, pps), TRAITS)).toThrow(reason);
  });
});
