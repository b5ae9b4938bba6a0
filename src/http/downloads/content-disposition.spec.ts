import { contentDisposition } from './content-disposition.js';

describe('contentDisposition', () => {
  it.each([
    ['clip.mp4', 'attachment; filename="clip.mp4"'],
    ['my clip (1).mp4', 'attachment; filename="my clip (1).mp4"'],
    ['č.png', `attachment; filename="_.png"; filename*=UTF-8''%C4%8D.png`],
    ['a"b\\c.png', `attachment; filename="a_b_c.png"; filename*=UTF-8''a%22b%5Cc.png`],
    ["100%'.png", `attachment; filename="100_'.png"; filename*=UTF-8''100%25%27.png`],
    [
      'x\r\nSet-Cookie: a',
      `attachment; filename="x__Set-Cookie: a"; filename*=UTF-8''x%0D%0ASet-Cookie%3A%20a`,
    ],
    ['\ud800', `attachment; filename="_"; filename*=UTF-8''%EF%BF%BD`],
  ])('%j becomes %s', (name, header) =>
    expect(contentDisposition('attachment', name)).toBe(header),
  );

  it.each<[name: string, header: string]>([
    ['a b.mp4', 'inline; filename="a b.mp4"'],
    ['Häfen.mp4', `inline; filename="H_fen.mp4"; filename*=UTF-8''H%C3%A4fen.mp4`],
    ['a"b\\c.mp4', `inline; filename="a_b_c.mp4"; filename*=UTF-8''a%22b%5Cc.mp4`],
    [
      "it's (1)*%41.mp4",
      `inline; filename="it's (1)*_41.mp4"; filename*=UTF-8''it%27s%20%281%29%2A%2541.mp4`,
    ],
    ['a\r\nX: 1', `inline; filename="a__X: 1"; filename*=UTF-8''a%0D%0AX%3A%201`],
  ])('shows %j in the browser', (name, header) =>
    expect(contentDisposition('inline', name)).toBe(header),
  );
});
