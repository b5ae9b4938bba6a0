import { readFile } from 'node:fs/promises';
import type { FontCatalog } from '../fonts/font-catalog.js';
import type { CodePointRange, FontFile } from '../fonts/font-file.js';
import { PAGE_ADDRESS } from './page-document.js';

const FOLDER = `${PAGE_ADDRESS}fonts/`;

/** The fonts of pages: those of texts, under the same names, each at an address that the service answers. */
export class PageFonts {
  private readonly files: readonly FontFile[];
  /** The style sheet that declares all of them. */
  readonly css: string;

  constructor(private readonly catalog: FontCatalog) {
    this.files = catalog.allFiles();
    const addresses = new Map(this.files.map((file, index) => [file, `${FOLDER}${index}`]));
    const rules = this.files.map((file) => ruleOf(file, file.info.family, addresses.get(file)!));
    const others = catalog
      .replacements()
      .flatMap(([name, family]) =>
        this.files
          .filter((file) => file.info.family === family)
          .map((file) => ruleOf(file, name, addresses.get(file)!)),
      );
    const families = catalog.families().map((family) => JSON.stringify(family));
    // A page without a family has that of browsers, and then every other one.
    const body = `body{font-family:Tinos,${families.join(',')},Twemoji}`;
    this.css = [...rules, ...others, body].join('\n');
  }

  /** Differs when a page may look different. */
  fingerprint(): Promise<string> {
    return this.catalog.fingerprint();
  }

  /** The bytes of the font at an address, or null if it is none. */
  async at(address: string): Promise<Buffer | null> {
    if (!address.startsWith(FOLDER)) return null;
    const file = this.files[Number(address.slice(FOLDER.length))];
    return file === undefined ? null : readFile(file.info.path);
  }
}

function ruleOf({ info }: FontFile, name: string, address: string): string {
  const { weights, italic, ranges } = info;
  const parts = [
    `font-family:${JSON.stringify(name)}`,
    `src:url(${address})`,
    `font-weight:${weights.join(' ')}`,
    `font-style:${italic ? 'italic' : 'normal'}`,
    ...(ranges === null ? [] : [`unicode-range:${ranges.map(rangeText).join(',')}`]),
  ];
  return `@font-face{${parts.join(';')}}`;
}

function rangeText([from, to]: CodePointRange): string {
  return `U+${from.toString(16)}-${to.toString(16)}`;
}
