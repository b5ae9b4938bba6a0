import {
  inlineContent,
  inlineDrawing,
  isInlineDrawing,
  normalizeInline,
} from './inline-drawing.js';

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="#f00" d="M0 0h9v9z"/></svg>';

describe('inline drawings', () => {
  it.each([
    ['as an importer writes them', inlineDrawing(SVG)],
    ['without escapes', `data:image/svg+xml,${SVG}`],
    ['with a character set', `data:image/svg+xml;charset=utf-8,${encodeURIComponent(SVG)}`],
    ['in capitals', `DATA:image/SVG+xml;utf8,${SVG}`],
  ])('are read %s', (_how, src) => {
    const normalized = normalizeInline(src)!;
    expect(normalized).toBe(inlineDrawing(SVG));
    expect([isInlineDrawing(normalized), normalized.includes('#')]).toEqual([true, false]);
    expect(inlineContent(normalized)).toEqual({ text: SVG });
  });

  it('are read in Base64', () => {
    const normalized = normalizeInline('data:image/svg+xml;base64,PHN2Zy8+');
    expect(inlineContent(normalized!)).toEqual({ base64: 'PHN2Zy8+' });
  });

  it.each([
    'data:image/png;base64,AAAA',
    'data:image/svg+xml;base64,<svg/>',
    'data:text/html,<svg/>',
    'https://example.com/a.svg',
    `data:image/svg+xml,${'a'.repeat(300_100)}`,
  ])('are not anything else: %.30s', (src) => {
    expect(normalizeInline(src)).toBeNull();
  });

  it('keep percent signs that escape nothing', () => {
    const src = normalizeInline('data:image/svg+xml,<g width="100%"/>');
    expect(inlineContent(src!)).toEqual({ text: '<g width="100%"/>' });
  });

  it('have the namespaces of XML', () => {
    const text = (svg: string) => inlineContent(inlineDrawing(svg));
    expect(text('<svg><use xlink:href="#a"/></svg>')).toEqual({
      text: '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><use xlink:href="#a"/></svg>',
    });
    expect(text(SVG)).toEqual({ text: SVG });
  });
});
