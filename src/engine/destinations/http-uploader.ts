import { OutboundClient } from '../fetch/outbound-client.js';
import { requireSuccess } from './http-status.js';
import type { HttpDestination, OutgoingFile, Uploader, UploadSettings } from './types.js';
import { withContent } from './with-content.js';

/** Sends files with PUT to paths below an address of the operator. */
export function openHttp(destination: HttpDestination, settings: UploadSettings): Uploader {
  const client = new OutboundClient(settings);
  return {
    async put(file, signal) {
      const address = `${destination.url}/${encodePath(file.path)}`;
      await putFile(client, { address, headers: destination.headers, trusted: true }, file, signal);
    },
    async close() {
      client.close();
    },
  };
}

/** Sends a file to an address that its owner signed for one upload. The address is checked as a source is. */
export function openSigned(url: string, settings: UploadSettings): Uploader {
  const client = new OutboundClient(settings);
  return {
    put: (file, signal) =>
      putFile(client, { address: url, headers: {}, trusted: false }, file, signal),
    async close() {
      client.close();
    },
  };
}

interface Target {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly trusted: boolean;
}

/** Sends a file with PUT. */
export async function putFile(
  client: OutboundClient,
  { address, headers, trusted }: Target,
  file: OutgoingFile,
  signal: AbortSignal,
): Promise<void> {
  await withContent(file, signal, async (stream) => {
    const body = { stream, bytes: file.sizeBytes };
    const sent = { 'content-type': file.contentType, ...headers };
    const message = { method: 'PUT', headers: sent, body } as const;
    await requireSuccess(await client.deliver(address, message, { signal, trusted }));
  });
}

/** A path as it is in an address. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
