import type { SourceFacts } from '../../types/source-facts.js';
import type { ImportOptions } from '../importer.js';
import type { Layer } from './layer.js';

/** Facts of a source that is not fetched. */
export const UNKNOWN: Partial<SourceFacts> = {};

/** What is known of the file of a layer. Undefined if nothing is, as before sources are fetched. */
export function knownFacts(layer: Layer, { facts }: ImportOptions): SourceFacts | undefined {
  const path = layer.get('path');
  return typeof path === 'string' ? facts?.get(path.trim()) : undefined;
}
