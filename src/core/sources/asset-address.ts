const PREFIX = 'asset:';
const ASSET = /^asset:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** The same for JSON Schema, where patterns have no flags. */
export const ASSET_PATTERN =
  '^\\s*[aA][sS][sS][eE][tT]:[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\s*$';

/** The ID of the uploaded file that an address names; null for any other address. */
export function assetIdOf(address: string): string | null {
  return ASSET.exec(address)?.[1]?.toLowerCase() ?? null;
}

/** The address of an uploaded file, for `src`. */
export function assetAddress(id: string): string {
  return `${PREFIX}${id}`;
}
