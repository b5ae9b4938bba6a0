import { type Asset, client } from '../../api/index.js';
import { allAssets } from '../../uploads/asset-list.js';

/** The files of the user that are loaded: the newest ones at least, or none if they cannot be listed. */
export async function assets(): Promise<readonly Asset[]> {
  await allAssets.load();
  return allAssets.assets.peek();
}

/** The file of an address such as `asset:019ab59e-…`, however old it is. Null: there is none. */
export async function assetOf(src: string): Promise<Asset | null> {
  const known = (await assets()).find((asset) => asset.src === src);
  if (known !== undefined) return known;
  const found = client.peek()?.assets.get(src.slice('asset:'.length));
  return (await found?.catch(() => null)) ?? null;
}
