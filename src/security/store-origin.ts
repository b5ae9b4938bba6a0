import type { Config } from '../config/types.js';

/**
 * The origin that downloads are redirected to, or null if the service sends them itself. Buckets have hosts of their own,
 * unless the store expects them in the path.
 */
export function storeOrigin({
  storage: { redirectDownloads, s3 },
}: Pick<Config, 'storage'>): string | null {
  if (!redirectDownloads || s3 === null) return null;
  const { endpoint, publicEndpoint, region, bucket, pathStyle } = s3;
  const { protocol, host } = new URL(
    publicEndpoint ?? endpoint ?? `https://s3.${region}.amazonaws.com`,
  );
  return `${protocol}//${pathStyle ? host : `${bucket}.${host}`}`;
}
