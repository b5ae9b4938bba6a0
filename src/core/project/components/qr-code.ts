import qrcode from 'qrcode-generator';
import { choice, integer, text } from '../../fields/scalars.js';
import { component } from './component.js';
import { filled } from './parts.js';
import { colorOf } from './text-style.js';

const LEVELS = ['low', 'medium', 'quartile', 'high'] as const;
type Level = (typeof LEVELS)[number];
const LETTERS = { low: 'L', medium: 'M', quartile: 'Q', high: 'H' } as const;
/** Makes codes of 93 x 93 modules or less, which take about 30 ms. */
const LONGEST_TEXT = 300;

export const qrCode = component({
  name: 'qr-code',
  description: 'A QR code of a text, such as an address.',
  settings: {
    text: text(LONGEST_TEXT).required().describe('What the code says.'),
    color: colorOf('Color of the dark modules.', '#000000FF'),
    'background-color': colorOf('Color of the light modules and the margin.', '#FFFFFFFF'),
    margin: integer({ min: 0, max: 20 })
      .default(4)
      .describe('Modules of empty space around the code. Readers expect 4.'),
    'error-correction': choice<Level>(LEVELS)
      .default('medium')
      .describe('How much of the code may be unreadable: 7, 15, 25, or 30 percent.'),
  },
  place: { width: '25vmin', height: '25vmin' },
  example: { text: 'https://example.com' },
  build: ({ text: words, color, margin, ...given }, size, refuse) => {
    const rows = modulesOf(words, given['error-correction']);
    const modules = rows.length + 2 * margin;
    // Whole pixels, so that all modules are sharp.
    const pixels = Math.floor(Math.min(size.width, size.height) / modules);
    if (pixels < 1) {
      refuse(
        'text',
        `The code has ${modules} x ${modules} modules, which cannot be used in ${size.width} x ${size.height} pixels. Enlarge it, or shorten the text.`,
      );
      return [];
    }
    const side = rows.length * pixels;
    const box = {
      x: Math.floor((size.width - side) / 2),
      y: Math.floor((size.height - side) / 2),
      ...{ width: side, height: side },
    };
    return [
      filled({ x: 0, y: 0, ...size }, given['background-color']),
      filled(box, color, { path: pathOf(rows), 'view-box': `0 0 ${rows.length} ${rows.length}` }),
    ];
  },
});

/** Rows of modules, true for dark ones. */
function modulesOf(words: string, level: Level): boolean[][] {
  const code = qrcode(0, LETTERS[level]);
  code.addData(utf8(words), 'Byte');
  code.make();
  const count = code.getModuleCount();
  return Array.from({ length: count }, (_, row) =>
    Array.from({ length: count }, (_, column) => code.isDark(row, column)),
  );
}

/** The bytes of a text, each as a character. */
function utf8(words: string): string {
  const escaped = encodeURIComponent(words.replaceAll(/\p{Cs}/gu, '\uFFFD'));
  return escaped.replaceAll(/%([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
}

/** A rectangle for each run of dark modules in a row. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  const runs: string[] = [];
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < row.length; x++) {
      const start = x;
      while (row[x]) x++;
      if (x > start) runs.push(`M${start} ${y}h${x - start}v1h${start - x}z`);
    }
  }
  return runs.join('');
}
