import { chooseTrack } from './audio-track.js';

const track = (language: string | null, isDefault = false) => ({
  channels: 2,
  disposition: { default: isDefault ? 1 : 0 },
  ...(language ? { tags: { language } } : {}),
});

describe('the selected audio track', () => {
  const tracks = [track('eng'), track('ger', true), track('pt'), track(null)];
  const choose = (wanted: number | string | null) => chooseTrack(tracks, wanted, '/elements/0');

  it('is the default track or else the first track', () => {
    expect(choose(null)).toBe(1);
    expect(chooseTrack([track(null), track(null)], null, '')).toBe(0);
    expect(chooseTrack([], null, '')).toBe(-1);
  });

  it.each([
    [1, 0],
    [4, 3],
    ['en', 0],
    ['eng', 0],
    ['EN-us', 0],
    ['de', 1],
    ['deu', 1],
    ['ger', 1],
    ['pt-BR', 2],
    ['por', 2],
  ])('is %s on request', (wanted, index) => {
    expect(choose(wanted)).toBe(index);
  });

  it.each([5, 'fr', 'und', 'no language', '?'])(
    'is an error that lists the existing tracks for %s',
    (wanted) => {
      expect(() => choose(wanted)).toThrow(
        `The source has no audio track ${JSON.stringify(wanted)}. It has 1 (eng, 2 channels), ` +
          '2 (ger, 2 channels), 3 (pt, 2 channels), 4 (no language, 2 channels).',
      );
    },
  );
});
