import { fileNameOf, fileNameOfUrl } from './file-name.js';

describe('fileNameOf', () => {
  it.each([
    ['clip.mp4', 'clip.mp4'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\fakepath\\photo.png', 'photo.png'],
    ['C:\\Users\\a/b\\c.srt', 'c.srt'],
    ['..', 'file'],
    ['a/..', 'file'],
    ['', 'file'],
    [null, 'file'],
    [undefined, 'file'],
    ['a\0b\r\n.png', 'ab.png'],
    ['photo\u202egnp.exe', 'photognp.exe'],
    ['\ud800.png', '.png'],
    ['e\u0301.png', '\u00e9.png'],
    ['お疲れ様です.mp4', 'お疲れ様です.mp4'],
    ['"quoted" & 100%.png', '"quoted" & 100%.png'],
    ['  \u200b ', 'file'],
    ['😀'.repeat(300), '😀'.repeat(200)],
  ])('%j becomes %j', (name, shown) => expect(fileNameOf(name)).toBe(shown));
});

describe('fileNameOfUrl', () => {
  it.each([
    ['https://a.com/x/clip%20one.mp4?token=secret#t', 'clip one.mp4'],
    ['https://a.com/%2e%2e%2fetc%2fpasswd', 'passwd'],
    ['https://a.com/%ff.png', '%ff.png'],
    ['https://a.com/', 'file'],
    ['no address', 'file'],
  ])('%j has %j', (url, name) => expect(fileNameOfUrl(url)).toBe(name));
});
