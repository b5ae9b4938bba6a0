import type { VideoCraft } from '../../../clients/typescript/src/index.js';
import { serviceUrl } from '../api/index.js';

/**
 * The address of a file of a video that the page itself can use. The link has the public address of the service, which
 * may be another one than that of the page, and the policy of the page allows only its own.
 */
export async function ownLink(
  api: VideoCraft,
  id: string,
  file: string,
  options: { readonly inline: boolean; readonly signal?: AbortSignal },
): Promise<string> {
  const { url } = await api.videos.createLink(id, { file, ...options });
  return serviceUrl() + url.slice(url.indexOf('/api/v1/links/'));
}
