import { access, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Application, Request, Response } from 'express';
import { packageRoot } from '../../config/package-version.js';
import type { Config } from '../../config/types.js';
import { ApiError } from '../errors/api-error.js';
import { STUDIO_FILES_PATH, STUDIO_PATH } from '../routes/paths.js';
import { escapeMarkup } from '../../core/text/escape-markup.js';

/** The name of such a file depends on its content. */
const FOREVER = 'public, max-age=31536000, immutable';
/** Of one file, in the order of preference, with the ends of their names. */
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** Serves the studio: its page at `/`, and the files that the page loads. `npm run build` makes them. */
export function serveStudio(app: Application, config: Config, root = packageRoot()): void {
  const folder = new URL('dist/studio/', root);
  const head = headFor(config);
  app.get(STUDIO_PATH, (_req, res, next) => {
    sendPage(folder, head, res).catch(next);
  });
  app.get(`${STUDIO_FILES_PATH}/:name`, (req, res, next) => {
    sendAsset(new URL(`.${STUDIO_FILES_PATH}/`, folder), req, res).catch(next);
  });
}

/** What the page has to know of the service before it can ask. */
function headFor({ server, security }: Config): string {
  const tags = [`<meta name="api-keys" content="${security.enableAuth ? 'required' : 'none'}" />`];
  // Without it, the addresses of the page would be wrong at a prefix without a slash at its end.
  if (server.pathPrefix !== '') tags.push(`<base href="${escapeMarkup(server.pathPrefix)}/" />`);
  return tags.map((tag) => `\n    ${tag}`).join('');
}

async function sendPage(folder: URL, head: string, res: Response): Promise<void> {
  const page = await readFile(new URL('index.html', folder), 'utf8').catch(() => null);
  if (page === null) {
    throw new ApiError('NOT_FOUND', 'The studio is not built. Run `npm run build`.');
  }
  res.set('Cache-Control', 'no-cache').type('html');
  res.send(page.replace('<meta charset="utf-8" />', (charset) => charset + head));
}

async function sendAsset(folder: URL, req: Request, res: Response): Promise<void> {
  const { name } = req.params as { name: string };
  // Names of one folder, so that no name selects another file.
  const isName = /^[\w-]+(\.[\w-]+)+$/.test(name);
  if (!isName || !(await isThere(new URL(name, folder)))) {
    throw new ApiError('NOT_FOUND', 'The studio has no file with this name.');
  }
  const encoding = await encodingOf(folder, name, req);
  res
    .set('Cache-Control', FOREVER)
    .vary('Accept-Encoding')
    .type(name.slice(name.lastIndexOf('.')));
  if (encoding !== null) res.set('Content-Encoding', encoding[0]);
  await sendFile(res, fileURLToPath(new URL(name + (encoding?.[1] ?? ''), folder)));
}

/** The compressed form of a file that the client accepts, or null. */
async function encodingOf(folder: URL, name: string, req: Request) {
  // Clients name encodings in any order, so each is asked for by itself.
  const encoding = ENCODINGS.find(([encoding]) => req.acceptsEncodings(encoding) !== false);
  if (encoding === undefined) return null;
  return (await isThere(new URL(name + encoding[1], folder))) ? encoding : null;
}

function sendFile(res: Response, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    res.sendFile(path, { cacheControl: false, lastModified: false, etag: false }, (error) => {
      // A client that leaves is no failure of the service.
      if (error && !res.headersSent) reject(error);
      else resolve();
    });
  });
}

function isThere(file: URL): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
