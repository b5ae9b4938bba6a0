import { LIMITS } from '../../budget/limits.js';
import { estimateProject } from '../../budget/estimate-project.js';
import { assetsOf } from '../assets-of.js';
import { sourceReferencesOf } from '../project-files.js';
import { readConfig } from '../read-config.js';

const options = {
  subtitleDefaults: {},
  localSources: true,
  resolveFont: (family: string) => family,
  fontFamilies: ['Montserrat'],
};
const read = (element: object) =>
  readConfig({ scenes: [{ elements: [{ type: 'voice', ...element }] }] }, options);
const project = (element: object) => {
  const result = read(element);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.project;
};

describe('a voice', () => {
  it('gives its scene a length, and its captions their words', () => {
    const [element] = project({ text: 'Hello.\n\nA <break time="1s"/> pause.' }).scenes[0]!
      .elements;
    expect(element).toMatchObject({
      type: 'audio',
      text: 'Hello. A pause.',
      duration: 'natural',
      speech: true,
      voice: { voice: null, speed: 1, pitch: 0 },
    });
  });

  it('needs words', () => {
    const result = read({ text: '<break/>' });
    expect(result).toEqual({
      ok: false,
      issues: [
        {
          pointer: '/scenes/0/elements/0/text',
          message: '"text" contains no words. Enter the text to speak.',
        },
      ],
    });
  });

  it('is no file, and no asset', () => {
    const voice = project({ text: 'Hello.' });
    expect(sourceReferencesOf(voice)).toEqual([]);
    expect(assetsOf(voice)).toEqual([]);
  });

  it('cannot be written as a source', () => {
    const result = readConfig(
      { scenes: [{ elements: [{ type: 'audio', src: 'voice:abc' }] }] },
      options,
    );
    expect(result.ok).toBe(false);
  });

  it('counts its characters once for all shapes', () => {
    const text = 'Twenty characters...';
    const result = readConfig(
      {
        scenes: [{ elements: [{ type: 'voice', text }] }],
        outputs: [{ type: 'video', ratio: '9:16' }],
      },
      options,
    );
    if (!result.ok) throw new Error('It is valid.');
    expect(estimateProject(result.project).get('voiceCharacters')?.amount).toBe(text.length);
    const limits = Object.fromEntries(
      Object.entries(LIMITS).map(([name, { fallback }]) => [name, fallback]),
    ) as never;
    const refused = readConfig(
      { scenes: [{ elements: [{ type: 'voice', text }] }] },
      { ...options, limits: { ...(limits as object), voiceCharacters: 19 } as never },
    );
    expect(refused).toMatchObject({
      ok: false,
      issues: [{ message: expect.stringContaining('VIDEOCRAFT_LIMITS_VOICE_CHARACTERS') }],
    });
  });
});
