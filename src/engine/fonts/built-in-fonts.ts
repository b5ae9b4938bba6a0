import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The folder of the fonts that come with the service: DejaVu (Latin, Cyrillic, Greek, Arabic, ...). */
export function builtInFontsDir(): string {
  const manifest = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json');
  return join(dirname(manifest), 'ttf');
}
