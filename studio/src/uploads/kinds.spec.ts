import { guessSound } from './guess-sound.js';
import { kindOfAsset, kindOfFile } from './kinds.js';

describe('kinds of files', () => {
  it.each([
    ['photo.JPG', '', 'image'],
    ['speech.mp3', 'audio/mpeg', 'audio'],
    ['captions.srt', '', 'captions'],
    ['font.woff2', '', 'font'],
    ['recording', 'audio/ogg', 'audio'],
    ['program.exe', 'application/x-msdownload', null],
  ])('%s of type %j is %j', (name, type, kind) => {
    expect(kindOfFile({ name, type })).toBe(kind);
  });

  it('believes what the service found in a file', () => {
    expect(kindOfAsset({ content_type: 'video/mp4', name: 'a.mp3' } as never)).toBe('video');
    expect(kindOfAsset({ content_type: 'application/ogg', name: 'a' } as never)).toBe('audio');
    const unknown = { content_type: 'application/octet-stream', name: 'a.ttf' };
    expect(kindOfAsset(unknown as never)).toBe('font');
  });

  it('guesses what a sound is from its name', () => {
    expect(guessSound('my-music.mp3')).toBe('music');
    expect(guessSound('interview.wav')).toBe('speech');
    expect(guessSound('whoosh.wav')).toBe('effect');
  });
});
