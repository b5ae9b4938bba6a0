import type { AccessUnit } from './access-units.js';

/**
 * The presentation rank of each picture, for pictures in decoding order: picture k has rank `order[k]`.
 * Picture order counts are extended from their low bits (8.2.1.1) and ranked within each IDR period, in which
 * they start over.
 */
export function presentationOrder(units: readonly AccessUnit[]): number[] {
  const order: number[] = [];
  for (let start = 0; start < units.length;) {
    let end = start + 1;
    while (end < units.length && !units[end]!.idr) end++;
    const counts = pictureOrderCounts(units.slice(start, end));
    const ranked = counts.map((_, index) => index).sort((a, b) => counts[a]! - counts[b]!);
    ranked.forEach((index, rank) => {
      order[start + index] = start + rank;
    });
    start = end;
  }
  return order;
}

function pictureOrderCounts(period: readonly AccessUnit[]): number[] {
  let previousMsb = 0;
  let previousLsb = 0;
  return period.map(({ sps, pocLsb, reference }, index) => {
    if (sps.pocType === 2) return index;
    const span = 2 ** sps.pocLsbBits;
    let msb = previousMsb;
    if (pocLsb < previousLsb && previousLsb - pocLsb >= span / 2) msb += span;
    else if (pocLsb > previousLsb && pocLsb - previousLsb > span / 2) msb -= span;
    if (reference) {
      previousMsb = msb;
      previousLsb = pocLsb;
    }
    return msb + pocLsb;
  });
}
