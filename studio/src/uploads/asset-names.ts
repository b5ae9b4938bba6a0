import { computed } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { hasScope } from '../api/index.js';
import { allAssets } from './asset-list.js';

/** The names of uploaded files by their addresses, as far as they are known. */
export const assetNames = computed<ReadonlyMap<string, string>>(
  () => new Map(allAssets.assets.value.map(({ src, name }) => [src, name])),
);

/** Learns the names of the newest files if the text of a video names files. */
export function useAssetNames(text: string): void {
  const hasAssets = text.includes('"asset:');
  useEffect(() => {
    if (hasAssets && hasScope('videos:read')) void allAssets.load();
  }, [hasAssets]);
}
