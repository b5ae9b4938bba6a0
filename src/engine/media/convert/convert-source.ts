import {
  type ConvertedSource,
  type ConvertEngines,
  convertHeif,
  type ConvertRequest,
} from './convert-heif.js';
import { convertWebp } from './convert-webp.js';
import type { StoredSource } from '../store/media-store.js';
import type { ConvertedType } from '../formats/sniff-source.js';

const CONVERTERS = { heif: convertHeif, 'animated-webp': convertWebp };

/**
 * A source that first has to become another file as one that every ffmpeg reads.
 *
 * @throws JobFailure when it cannot be converted
 */
export function convertSource(
  source: StoredSource,
  type: ConvertedType,
  engines: ConvertEngines,
  request: ConvertRequest,
): Promise<ConvertedSource> {
  return CONVERTERS[type]({ ...source, convert: null }, engines, request);
}
