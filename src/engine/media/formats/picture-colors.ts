import { inflateSync } from 'node:zlib';
import { pictureColors, type PictureColors } from '../../../core/color/picture-colors.js';
import { type ColorTag, readColorTag } from '../../../core/color/color-tags.js';

/** Print profiles can be almost as large. */
const LARGEST_PROFILE = 8 << 20;

/** Reads how the colors of a picture file become sRGB. */
export function readPictureColors(file: Uint8Array): PictureColors {
  return pictureColors(inflated(readColorTag(file)));
}

function inflated(mark: ColorTag | null): ColorTag | null {
  if (mark?.kind !== 'icc' || !mark.deflated) return mark;
  try {
    const profile = inflateSync(mark.profile, { maxOutputLength: LARGEST_PROFILE });
    return { kind: 'icc', profile, deflated: false };
  } catch {
    // An empty profile is reported as damaged.
    return { kind: 'icc', profile: new Uint8Array(), deflated: false };
  }
}
