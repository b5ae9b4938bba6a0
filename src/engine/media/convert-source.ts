import { type ConvertEngines, convertHeif, type ConvertRequest } from './convert-heif.js';
import { convertWebp } from './convert-webp.js';
import type { StoredSource } from './media-store.js';

const CONVERTERS = { heif: convertHeif, 'animated-webp': convertWebp };

/**
 * A source as a file that every ffmpeg reads: itself, or what it is converted to.
 *
 * @throws JobFailure when it cannot be converted
 */
export async function convertSource(
  source: StoredSource,
  engines: ConvertEngines,
  request: ConvertRequest,
): Promise<StoredSource> {
  const { convert } = source;
  return convert ? CONVERTERS[convert]({ ...source, convert: null }, engines, request) : source;
}
