import { useMemo } from 'preact/hooks';
import { useSettled } from '../ui/use-settled.js';
import { allAssets, type AssetList, searchAssets } from './asset-list.js';

/** Searching begins when someone stops typing for a moment. */
const TYPING_MS = 250;

/** The files whose names contain a text; all files if it is empty. */
export function useAssets(search: string): AssetList {
  const settled = useSettled(search.trim(), TYPING_MS);
  return useMemo(() => (settled === '' ? allAssets : searchAssets(settled)), [settled]);
}
