import { FILE_NAME, savedName } from './file-names.js';

const isFileName = (name: string) => new RegExp(FILE_NAME, 'u').test(name);

describe('the name of a video', () => {
  it.each(['Harbor', 'Harbor.mp4', 'Häfen & Boote (1), 100%', '日本'])('can be %s', (name) =>
    expect(isFileName(name)).toBe(true),
  );

  it.each([
    '',
    'a/b',
    'a\\b',
    '..',
    '.hidden',
    'a.',
    ' a',
    'a\r\nb',
    'a\u0000',
    'a\u202e4pm',
    '\udc00',
    'a"b',
    'C:x',
    'x'.repeat(151),
  ])('cannot be %j', (name) => expect(isFileName(name)).toBe(false));

  it('has one extension, and names the other files', () => {
    expect(savedName('Harbor.MP4', 'ID', 'video.mp4')).toBe('Harbor.mp4');
    expect(savedName('Harbor', 'ID', 'poster.jpg')).toBe('Harbor-poster.jpg');
    expect(savedName(null, 'ID', 'video.mp4')).toBe('ID.mp4');
    expect(savedName(null, 'ID', 'subtitles.srt')).toBe('ID-subtitles.srt');
  });
});
