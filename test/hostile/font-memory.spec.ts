import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { FontCatalog } from '../../src/engine/fonts/font-catalog.js';
import { harfbuzz, harfbuzzReady, withHarfBuzz } from '../../src/engine/fonts/harfbuzz.js';
import { HarfbuzzShaper } from '../../src/engine/fonts/harfbuzz-shaper.js';

const PAGE_BYTES = 65_536;
const dejavu = readFileSync(
  createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
);
const options = { direction: 'auto', language: 'en' } as const;

/** Pages of WebAssembly memory that HarfBuzz has; they never become fewer. */
function memoryPages(): number {
  const { Blob, Face } = harfbuzz();
  return new Face(new Blob(dejavu)).collectUnicodes().buffer.byteLength / PAGE_BYTES;
}

describe('HarfBuzz', () => {
  let catalog: FontCatalog;
  beforeAll(async () => {
    catalog = await FontCatalog.load();
  });

  it('gives the memory of fonts back, so that 12 fonts of 20 MB need that of two', () => {
    // As large as `font-url` allows: readers ignore what follows the tables.
    const large = Buffer.concat([dejavu, Buffer.alloc(20 << 20)]);
    const once = () => {
      const { fonts, family, close } = catalog.withFont(large, 'large');
      const shaper = new HarfbuzzShaper(fonts);
      const font = { family, weight: 400, sizePx: 40 };
      expect(shaper.shape('A font of one video', font, options).width).toBeGreaterThan(100);
      close();
    };
    once();
    const before = memoryPages();
    for (let video = 0; video < 12; video++) once();
    expect(memoryPages() - before).toBeLessThan((42 << 20) / PAGE_BYTES);
  });

  it('gives the memory of a font without a name or characters back', () => {
    const nameless = Buffer.concat([dejavu, Buffer.alloc(20 << 20)]);
    nameless.write('nope', nameless.indexOf('name', 0, 'latin1'), 'latin1');
    const mapless = Buffer.concat([dejavu, Buffer.alloc(20 << 20)]);
    mapless.write('nope', mapless.indexOf('cmap', 0, 'latin1'), 'latin1');
    const before = memoryPages();
    for (let video = 0; video < 6; video++) {
      expect(() => catalog.withFont(nameless, 'font')).toThrow('no family name');
      expect(() => catalog.withFont(mapless, 'font')).toThrow('no characters');
    }
    expect(memoryPages() - before).toBeLessThan((63 << 20) / PAGE_BYTES);
  });

  it('gives the memory of shaped texts back', () => {
    const shaper = new HarfbuzzShaper(catalog);
    const font = { family: 'Montserrat', weight: 700, sizePx: 40 };
    shaper.shape('a'.repeat(4000), font, options);
    const before = memoryPages();
    for (let text = 0; text < 60; text++)
      shaper.shape(`${text}${'ab '.repeat(2000)}`, font, options);
    expect(memoryPages() - before).toBeLessThan(32);
  });

  it('refuses a font that would not fit beside those that are open', () => {
    const large = Buffer.concat([dejavu, Buffer.alloc(60 << 20)]);
    const open: (() => void)[] = [];
    expect(() => {
      for (let video = 0; video < 20; video++) open.push(catalog.withFont(large, 'large').close);
    }).toThrow('too many large fonts');
    expect(open.length).toBeGreaterThanOrEqual(8);
    for (const close of open) close();
    catalog.withFont(large, 'large').close();
  });

  it('replaces an instance after a fault, and opens the installed fonts again', async () => {
    const font = { family: 'Montserrat', weight: 700, sizePx: 40 };
    const faulted = harfbuzz();
    const before = new HarfbuzzShaper(catalog).shape('minimum', font, options);
    const fault = new WebAssembly.RuntimeError('memory access out of bounds');
    expect(() =>
      withHarfBuzz(() => {
        throw fault;
      }),
    ).toThrow(fault);
    await harfbuzzReady();
    expect(harfbuzz()).not.toBe(faulted);
    expect(new HarfbuzzShaper(catalog).shape('minimum', font, options)).toEqual(before);
  });

  it('keeps its instance after other errors', async () => {
    const instance = harfbuzz();
    expect(() =>
      withHarfBuzz(() => {
        throw new Error('no');
      }),
    ).toThrow('no');
    await harfbuzzReady();
    expect(harfbuzz()).toBe(instance);
  });
});
