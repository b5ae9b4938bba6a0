import { inflateSync } from 'node:zlib';
import { pictureColors, type PictureColors } from '../../../core/color/picture-colors.js';
import { type ColorTag, readColorTag } from '../../../core/color/color-tags.js';

/** Profiles of print come near it. */
const LARGEST_PROFILE = 8 << 20;

/** What the bytes of a picture file say of its colours. */
export function readPictureColors(file: Uint8Array): PictureColors {
  return pictureColors(inflated(readColorTag(file)));
}

function inflated(mark: ColorTag | null): ColorTag | null {
  if (mark?.kind !== 'icc' || !mark.deflated) return mark;
  try {
    const profile = inflateSync(mark.profile, { maxOutputLength: LARGEST_PROFILE });
    return { kind: 'icc', profile, deflated: false };
  } catch {
    // Read as a profile, it is found to be damaged.
    return { kind: 'icc', profile: new Uint8Array(), deflated: false };
  }
}
