import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { join, normalize } from 'node:path';

/**
 * Serves pictures and sounds on loopback, like the web server of a client.
 *
 * @param folder the only folder below the root whose files are served
 */
export async function serveMedia(
  root: string,
  folder = 'test/media',
): Promise<{ host: string; close: () => Promise<unknown> }> {
  const media = join(root, folder, '/');
  const server = createServer((req, res) => {
    const file = normalize(join(root, decodeURIComponent(req.url ?? '/')));
    const stream = file.startsWith(media) ? createReadStream(file) : null;
    stream?.once('error', () => res.writeHead(404).end());
    if (stream) stream.pipe(res);
    else res.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  return {
    host: `127.0.0.1:${port}`,
    close: () => new Promise((done) => server.close(done)),
  };
}
