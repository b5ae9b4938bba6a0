import { createServer } from 'node:http';
import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';

/** A WebDAV server for uploads into a folder, with the user `ann` and the password `secret`. */
export interface WebdavServer {
  readonly url: string;
  /** Requests as `PUT /name`, in their order. */
  readonly requests: string[];
  /** Answers requests to move a file with a status and a body; null: moves it. */
  moves: (() => Promise<{ readonly status: number; readonly body: string } | null>) | null;
  close(): Promise<void>;
}

const LOGIN = `Basic ${Buffer.from('ann:secret').toString('base64')}`;

export async function startWebdavServer(folder: string): Promise<WebdavServer> {
  const requests: string[] = [];
  const state: Pick<WebdavServer, 'moves'> = { moves: null };
  const server = createServer(async (req, res) => {
    const onDisk = (address: string) =>
      join(folder, decodeURIComponent(new URL(address, 'http://localhost').pathname));
    requests.push(`${req.method} ${decodeURIComponent(req.url!)}`);
    const answer = async () => {
      if (req.headers.authorization !== LOGIN) return 401;
      const path = onDisk(req.url!);
      if (req.method === 'MKCOL') {
        if (await stat(path).catch(() => null)) return 405;
        return mkdir(path).then(
          () => 201,
          () => 409,
        );
      }
      if (req.method === 'PUT') {
        // As Nextcloud and ownCloud do.
        if (/\.(part|filepart)$/.test(path)) return 400;
        await writeFile(path, await buffer(req));
        return 201;
      }
      if (req.method !== 'MOVE') return 405;
      const scripted = await state.moves?.();
      if (scripted) return scripted;
      await rename(path, onDisk(req.headers['destination'] as string));
      return 201;
    };
    const answered = await answer().catch(() => 409);
    if (typeof answered === 'number') res.writeHead(answered).end();
    else res.writeHead(answered.status, { 'retry-after': '40' }).end(answered.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(state, {
    url,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}
