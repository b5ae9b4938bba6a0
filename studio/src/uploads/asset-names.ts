import { computed } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { hasScope } from '../api/index.js';
import { video } from '../document/index.js';
import { allAssets } from './asset-list.js';

/** The names of uploaded files by their addresses, as far as they are known. */
export const assetNames = computed<ReadonlyMap<string, string>>(
  () => new Map(allAssets.assets.value.map(({ src, name }) => [src, name])),
);

/** Learns the names of the newest files if the video has files. */
export function useAssetNames(): void {
  const hasAssets = video.text.value.includes('"asset:');
  useEffect(() => {
    if (hasAssets && hasScope('videos:read')) void allAssets.load();
  }, [hasAssets]);
}
