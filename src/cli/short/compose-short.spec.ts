import { readConfig } from '../../core/project/read-config.js';
import { readVoiceScript } from '../../core/speech/read-voice-script.js';
import { composeShort, type ShortParts } from './compose-short.js';

const pictures = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ path: `/p/${index}.jpg`, isVideo: false }));
const short = (text: string, more: Partial<ShortParts> = {}) =>
  composeShort({
    parts: readVoiceScript(text).parts,
    ...{ pictures: pictures(2), recording: null, voice: null, music: null },
    ...{ resolution: 'instagram-reel', style: 'karaoke' },
    ...more,
  }) as {
    scenes: { duration?: number; elements: Record<string, unknown>[] }[];
    elements: object[];
  };

describe('composeShort', () => {
  it('shows each picture while its sentences are spoken', () => {
    const { scenes } = short(
      'One is here.\nTwo is here.\n\nThree is here. <break time="2s"/> Four.',
    );
    expect(scenes.map(({ elements }) => elements[1]!['text'])).toEqual([
      'One is here.\nTwo is here. <break time="700ms"/> ',
      'Three is here. <break time="2000ms"/> Four.',
    ]);
  });

  it('keeps the same sentences and pauses, so that nothing is spoken again', () => {
    const text = 'One. Two.\n\nThree. <break time="900ms"/> Four. Five.';
    const [scene] = short(text, { pictures: pictures(1) }).scenes;
    const written = scene!.elements[1]!['text'] as string;
    expect(readVoiceScript(written).parts).toEqual(readVoiceScript(text).parts);
  });

  it('uses no more pictures than sentences', () => {
    expect(short('One. Two.', { pictures: pictures(5) }).scenes).toHaveLength(2);
    expect(short('One. Two. Three. Four. Five.', { pictures: pictures(5) }).scenes).toHaveLength(5);
  });

  it('cuts at the sentences of a recording', () => {
    const recording = {
      path: '/a.mp3',
      text: 'One. Two. Three.',
      starts: [0.2, 1.5, 4],
      seconds: 6,
    };
    const made = short('One. Two. Three.', { recording, pictures: pictures(3) });
    expect(made.scenes.map(({ duration }) => duration)).toEqual([1.5, 2.5, 2]);
    expect(made.elements[0]).toEqual({ type: 'audio', src: '/a.mp3', text: 'One. Two. Three.' });
  });

  it('is a valid config', () => {
    const made = short('One. Two.', {
      ...{ music: '/m.mp3', voice: 'narrator' },
      pictures: [{ path: '/a.mp4', isVideo: true }, ...pictures(1)],
    });
    const read = readConfig(made, {
      ...{ subtitleDefaults: {}, localSources: true, fontFamilies: ['Montserrat'] },
      resolveFont: (family) => family,
    });
    expect(read).toMatchObject({ ok: true });
  });
});
