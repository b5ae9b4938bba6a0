import { OutboundClient } from '../fetch/outbound-client.js';
import { encodePath, putFile } from './http-uploader.js';
import { requireSuccess } from './http-status.js';
import { foldersOf, temporaryName } from './temporary-name.js';
import type { Uploader, WebdavDestination, UploadSettings } from './types.js';

/** The folder exists already (RFC 4918, section 9.3.1); some servers redirect to its name with a slash. */
const EXISTS = [405, 301];

/** Makes the folders, writes a file under another name, and moves it (RFC 4918). */
export function openWebdav(destination: WebdavDestination, settings: UploadSettings): Uploader {
  const client = new OutboundClient(settings);
  const headers = authorization(destination);
  const addressOf = (path: string) => `${destination.url}/${encodePath(path)}`;
  return {
    async put(file, signal) {
      const limits = { signal, trusted: true };
      for (const folder of foldersOf(file.path)) {
        const made = await client.deliver(
          `${addressOf(folder)}/`,
          { method: 'MKCOL', headers },
          limits,
        );
        await requireSuccess(made, EXISTS);
      }
      const part = addressOf(temporaryName(file.path, file));
      await putFile(client, { address: part, headers, trusted: true }, file, signal);
      const move = {
        method: 'MOVE',
        headers: { ...headers, destination: addressOf(file.path), overwrite: 'T' },
        storedBytes: file.sizeBytes,
      } as const;
      await requireSuccess(await client.deliver(part, move, limits));
    },
    async close() {
      client.close();
    },
  };
}

function authorization({ username, password }: WebdavDestination): Record<string, string> {
  if (username === null) return {};
  const pair = Buffer.from(`${username}:${password ?? ''}`).toString('base64');
  return { authorization: `Basic ${pair}` };
}
