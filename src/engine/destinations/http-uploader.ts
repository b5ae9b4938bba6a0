import { OutboundClient } from '../fetch/outbound-client.js';
import { requireSuccess } from './http-status.js';
import type { HttpDestination, OutgoingFile, Uploader, UploadSettings } from './types.js';

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
  { contentType, sizeBytes, open }: OutgoingFile,
  signal: AbortSignal,
): Promise<void> {
  const stream = await open();
  try {
    const body = { stream, bytes: sizeBytes };
    const sent = { 'content-type': contentType, ...headers };
    const message = { method: 'PUT', headers: sent, body } as const;
    const response = await client.deliver(address, message, { signal, trusted });
    requireSuccess(response);
  } finally {
    stream.destroy();
  }
}

/** A path as it is in an address. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
