import { expandVariables } from './variables/expand-variables.js';
import { correctTranscript } from './correct-transcript.js';

const words = [{ word: 'Hi', start: 0, end: 1 }];

describe('withTranscript', () => {
  it('puts corrected words into the element over the whole video', () => {
    const config = {
      scenes: [{ duration: 1 }],
      elements: [
        { type: 'audio' },
        { type: 'subtitles', text: 'x', settings: { style: 'classic', offset: 1 } },
      ],
    };
    const settings = { style: 'classic', offset: 1 };
    expect(correctTranscript(config, { words })).toEqual({
      config: { ...config, elements: [{ type: 'audio' }, { type: 'subtitles', settings, words }] },
      pointer: '/elements/1',
    });
  });

  it.each([
    ['its own offset', { style: 'classic', offset: -3600 }, { style: 'classic', offset: 0 }],
    ['the offset of the server', undefined, { offset: 0 }],
  ])('shifts the words of a caption file once: without %s', (_, settings, expected) => {
    const config = {
      scenes: [{ duration: 1 }],
      elements: [{ type: 'subtitles', captions: 'x', settings }],
    };
    expect(correctTranscript(config, { words })?.config).toEqual({
      ...config,
      elements: [{ type: 'subtitles', settings: expected, words }],
    });
  });

  const inScene = {
    scenes: [
      { duration: 1 },
      {
        duration: 2,
        elements: [{ type: 'image' }, { type: 'subtitles', text: 'Ho', language: 'en' }],
      },
    ],
  };

  it('moves words with times in the video out of their scene', () => {
    expect(correctTranscript(inScene, { words })).toEqual({
      config: {
        scenes: [{ duration: 1 }, { duration: 2, elements: [{ type: 'image' }] }],
        elements: [{ type: 'subtitles', language: 'en', words }],
      },
      pointer: '/elements/0',
    });
  });

  it('leaves a script in its scene', () => {
    const made = correctTranscript(inScene, { text: 'Hi' });
    expect(made?.pointer).toBe('/scenes/1/elements/1');
    expect(made?.config).toMatchObject({
      scenes: [
        { duration: 1 },
        { elements: [{ type: 'image' }, { type: 'subtitles', text: 'Hi' }] },
      ],
    });
  });

  it('replaces variables with their values, and keeps braces in words', () => {
    const config = {
      variables: { names: ['{{ a }}', 'b'], show: true },
      scenes: [{ duration: 1, id: '{{ item }}', iterate: 'names' }],
      elements: [{ type: 'subtitles', text: 'x', condition: '{{ show }}' }],
    };
    const text = 'Say {{ name }} now';
    const made = correctTranscript(config, { text });
    expect(made?.pointer).toBe('/elements/0');
    expect(expandVariables(made?.config)).toMatchObject({
      issues: [],
      config: {
        scenes: [
          { duration: 1, id: '{{ a }}-1' },
          { duration: 1, id: 'b-2' },
        ],
        elements: [{ type: 'subtitles', text }],
      },
    });
    expect(made?.config).not.toHaveProperty('variables');
  });

  it('returns null without captions', () => {
    expect(correctTranscript({ scenes: [{ duration: 1 }] }, { words })).toBeNull();
  });
});
