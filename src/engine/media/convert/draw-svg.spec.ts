import { drawSvg, SvgTooLarge } from './draw-svg.js';

const PIXELS = 64_000_000;
const svg = (attributes: string, inside = '<rect width="9" height="9"/>') =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`);
const sizeOf = (png: Uint8Array) => {
  const view = Buffer.from(png);
  return [view.readUInt32BE(16), view.readUInt32BE(20)];
};

describe('drawSvg', () => {
  it.each([
    ['viewBox="0 0 40 20"', [2080, 1040], 52],
    ['width="3000" height="100"', [3000, 100], 1],
    ['width="64px" height="128px" viewBox="0 0 1 2"', [1024, 2048], 16],
  ])('draws a multiple of %s', async (attributes, size, density) => {
    const drawn = await drawSvg(svg(attributes), PIXELS);
    expect([sizeOf(drawn.png), drawn.density]).toEqual([size, density]);
  });

  it('never draws more pixels than it may', async () => {
    const drawn = await drawSvg(svg('viewBox="0 0 40 20"'), 100_000);
    expect(sizeOf(drawn.png)).toEqual([440, 220]);
    await expect(drawSvg(svg('width="9000" height="9000"'), PIXELS)).rejects.toThrow(SvgTooLarge);
  });

  it('reads UTF-16, and knows texts', async () => {
    const text = svg('viewBox="0 0 9 9"', '<text y="8">\u00e9</text>').toString();
    const file = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    expect(await drawSvg(file, PIXELS)).toMatchObject({ hasText: true, hasFiles: false });
  });

  it('follows no references to files and addresses', async () => {
    for (const href of ['/etc/passwd', 'file:///etc/passwd', 'http://127.0.0.1/a.png']) {
      const drawing = svg('viewBox="0 0 9 9"', `<image href="${href}" width="9" height="9"/>`);
      await expect(drawSvg(drawing, PIXELS)).resolves.toMatchObject({ density: 228 });
    }
  });

  const levels = Array.from('bcdefghij');
  const laughs = levels
    .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index]};`.repeat(10)}">`)
    .join('');
  const nested = Array.from(
    { length: 8 },
    (_, index) => `<g id="a${index + 1}">${`<use href="#a${index}"/>`.repeat(10)}</g>`,
  ).join('');

  it.each([
    ['no drawing at all', Buffer.from('<svg'), /root node/],
    [
      'entities that multiply',
      Buffer.from(
        `<!DOCTYPE s [<!ENTITY a "a">${laughs}]><svg xmlns="http://www.w3.org/2000/svg"><text>&j;</text></svg>`,
      ),
      /entity/,
    ],
    [
      'references that multiply',
      svg('width="9" height="9"', `<g id="a0"><rect width="1" height="1"/></g>${nested}`),
      /nodes limit/,
    ],
  ])(
    'refuses %s',
    async (_what, file, message) => {
      await expect(drawSvg(file, PIXELS)).rejects.toThrow(message);
    },
    60_000,
  );
});
