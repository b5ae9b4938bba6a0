/**
 * How the studio is built, and served while it is being developed. `npm run build` uses it through
 * `tools/build/studio.mjs`.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The service that the development server talks to. */
const SERVICE = process.env['STUDIO_SERVICE'] ?? 'http://localhost:3002';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // The page works below any path.
  base: './',
  cacheDir: fileURLToPath(new URL('../node_modules/.cache/studio', import.meta.url)),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    // The first versions with `light-dark()`, which the themes use.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // A name that no service behind the same proxy is likely to have.
    assetsDir: 'studio-files',
    // A policy without `unsafe-inline` has no place for the script of the polyfill, and every supported browser
    // preloads modules.
    modulePreload: { polyfill: false },
    license: { fileName: 'licenses.json' },
    reportCompressedSize: false,
  },
  server: {
    port: 5173,
    // The page uses the sources of the client.
    fs: { allow: [fileURLToPath(new URL('..', import.meta.url))] },
    proxy: Object.fromEntries(
      ['/api', '/docs', '/schema'].map((path) => [
        path,
        // The service refuses changes from pages of other origins, which the development server has.
        { target: SERVICE, changeOrigin: true, headers: { origin: new URL(SERVICE).origin } },
      ]),
    ),
  },
});
