import type { ConvertedType } from '../formats/sniff-source.js';
import type { StoredSource } from '../formats/stored-source.js';
import type { MediaEngines } from '../store/media-engines.js';
import { type ConvertedSource, convertHeif, type ConvertRequest } from './convert-heif.js';
import { convertLottie } from './convert-lottie.js';
import { convertSvg } from './convert-svg.js';
import { convertWebp } from './convert-webp.js';

const CONVERTERS = {
  heif: convertHeif,
  'animated-webp': convertWebp,
  svg: convertSvg,
  lottie: convertLottie,
};

/**
 * Converts a source to a file that every ffmpeg can read.
 *
 * @throws JobFailure if it cannot be converted
 */
export function convertSource(
  source: StoredSource,
  type: ConvertedType,
  engines: MediaEngines,
  request: ConvertRequest,
): Promise<ConvertedSource> {
  return CONVERTERS[type]({ ...source, convert: null }, engines, request);
}
