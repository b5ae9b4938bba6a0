import { client, patiently, type VideoConfig } from '../api/index.js';
import { type MakePicture, PictureQueue } from './picture-queue.js';

const AT_ONCE = 2;
const KEPT = 160;

/** The pictures of the page that the service makes. */
export const pictures = new PictureQueue(AT_ONCE, KEPT);

/** Makes a frame of a config, small. */
export function still(config: unknown, { at, width }: { at: number; width: number }): MakePicture {
  return (signal) =>
    patiently(signal, async () => {
      const api = client.peek();
      if (api === null) throw new DOMException('The session has ended.', 'AbortError');
      const options = { at, width, format: 'webp' as const, signal };
      return (await api.previews.still(config as VideoConfig, options)).blob;
    });
}
