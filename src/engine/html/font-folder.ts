import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FontCatalog } from '../fonts/font-catalog.js';
import type { FontFile } from '../fonts/font-file.js';
import { unpackFont } from '../fonts/unpack-font.js';

/** The families that stand for what CSS calls generic, and what a page has that names none. */
const GENERIC: readonly (readonly [generic: string, family: string])[] = [
  ['serif', 'Tinos'],
  ['sans-serif', 'Arimo'],
  ['system-ui', 'Arimo'],
  ['sans', 'Arimo'],
  ['monospace', 'Cousine'],
  ['cursive', 'Arimo'],
  ['fantasy', 'Anton'],
];
/** Different characters of all pages of a run whose fonts are looked for. */
const MOST_CHARACTERS = 5_000;
const MOST_FILES = 100;
const ENTITY = /&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi;
const CSS_ESCAPE = /\\([\da-f]{4,6})/gi;
const LAST_CODE_POINT = 0x10ffff;

/** The fonts of a run of the browser. */
export interface FontFolder {
  /** The configuration of fontconfig. */
  readonly file: string;
  /** Folders outside of the run that it names. */
  readonly reads: readonly string[];
}

/**
 * Writes the fonts that the browser takes where a page names no family, or where its family lacks a character: those that
 * texts have, and none of the machine. Browsers read no compressed fonts there.
 *
 * @param folder the folder of the run
 * @param texts the sources of all pages
 */
export async function writeFontFolder(
  folder: string,
  catalog: FontCatalog,
  texts: readonly string[],
): Promise<FontFolder> {
  const fonts = join(folder, 'fonts');
  await mkdir(fonts, { mode: 0o700 });
  const files = [...genericFiles(catalog), ...filesFor(charactersOf(texts), catalog)];
  for (const [index, { info }] of [...new Set(files)].slice(0, MOST_FILES).entries()) {
    await writeFile(join(fonts, `${index}.ttf`), unpackFont(await readFile(info.path)));
  }
  const plain = dirname(catalog.rasterizerFont);
  const file = join(folder, 'fonts.conf');
  await writeFile(file, configuration([fonts, plain], join(folder, 'font-cache')));
  return { file, reads: [plain] };
}

function genericFiles(catalog: FontCatalog): FontFile[] {
  const families = new Set(GENERIC.map(([, family]) => family));
  return [...families]
    .filter((family) => catalog.resolve(family) === family)
    .flatMap((family) =>
      [400, 700].flatMap((weight) =>
        catalog.filesInFamily({ family, weight, italic: false }).slice(0, 1),
      ),
    );
}

/** Characters beyond ASCII, with those that are written as entities. */
function charactersOf(texts: readonly string[]): Set<string> {
  const found = new Set<string>();
  const add = (character: string) => {
    if (found.size < MOST_CHARACTERS && character > '\u{7f}') found.add(character);
  };
  const addCode = (code: number) => {
    if (code <= LAST_CODE_POINT) add(String.fromCodePoint(code));
  };
  for (const text of texts) {
    for (const character of text) add(character);
    for (const [, hex, decimal] of text.matchAll(ENTITY))
      addCode(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
    for (const [, hex] of text.matchAll(CSS_ESCAPE)) addCode(Number.parseInt(hex!, 16));
  }
  return found;
}

/** The font that a text would have for each character. */
function filesFor(characters: ReadonlySet<string>, catalog: FontCatalog): Set<FontFile> {
  const files = new Set<FontFile>();
  const style = { family: 'Arimo', weight: 400, italic: false };
  for (const character of characters) {
    const code = character.codePointAt(0)!;
    for (const file of catalog.candidates(character, style, '')) {
      if (!file.hasCodePoint(code)) continue;
      files.add(file);
      break;
    }
  }
  return files;
}

function configuration(folders: readonly string[], cache: string): string {
  const aliases = GENERIC.map(
    ([generic, family]) =>
      `<alias binding="same"><family>${generic}</family><prefer><family>${family}</family></prefer></alias>`,
  );
  return [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>',
    ...folders.map((folder) => `<dir>${escapeXml(folder)}</dir>`),
    `<cachedir>${escapeXml(cache)}</cachedir>`,
    ...aliases,
    '</fontconfig>',
  ].join('\n');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
