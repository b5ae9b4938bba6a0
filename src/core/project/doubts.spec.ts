import { captionDoubts } from './caption-doubts.js';
import { parseProject } from './parse-project.js';
import { variableDoubts } from './variable-doubts.js';

const OPTIONS = {
  subtitleDefaults: {},
  localSources: true,
  resolveFont: () => 'Inter',
  fontFamilies: ['Inter'],
};

function doubtsOf(scenes: object[], subtitles: object | null, hasRecognition = false) {
  const elements = subtitles === null ? [] : [{ type: 'subtitles', ...subtitles }];
  const read = parseProject({ scenes, elements }, OPTIONS);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const recognitionProblem = hasRecognition ? null : 'speech recognition is not enabled';
  return captionDoubts(read.project, { recognitionProblem });
}

describe('captionDoubts', () => {
  const speech = { type: 'audio', src: 'a.mp3' };
  const scenes = [
    { elements: [{ ...speech, text: 'Hello' }] },
    { elements: [speech, { ...speech, speech: false }] },
  ];

  it('names the clips whose words nobody knows', () => {
    expect(doubtsOf(scenes, {})).toEqual([
      { pointer: '/scenes/1/elements/0', message: expect.stringContaining('"text" to the script') },
    ]);
  });

  it.each([
    ['there are no captions', null, false],
    ['speech recognition is enabled', {}, true],
    ['the captions have a script', { text: 'Hello' }, false],
    ['the captions have words', { words: [{ word: 'Hello', start: 0, end: 1 }] }, false],
    ['there is a caption file', { captions: 'words.srt' }, false],
  ])('has none if %s', (_name, subtitles, hasRecognition) => {
    expect(doubtsOf(scenes, subtitles, hasRecognition)).toEqual([]);
  });

  it('says that nobody speaks', () => {
    expect(doubtsOf([{ duration: 1 }], {}, true)).toEqual([
      { pointer: '/elements/0', message: expect.stringContaining('no audio element has speech') },
    ]);
  });

  it('looks only at the scene that has captions', () => {
    const own = { elements: [{ ...speech, text: 'Hello' }, { type: 'subtitles' }] };
    expect(doubtsOf([{ elements: [speech] }, own], null)).toEqual([]);
  });
});

describe('variableDoubts', () => {
  const NONE = { options: [], columns: [] };
  const config = {
    variables: { title: '', unused: '{{ nested }}', items: [], accent: 1, 'a/b': 1 },
    comment: '{{ upper(title) + (missing or accent) }}',
    'client-data': '{{ client }}',
    scenes: [
      {
        variables: { inner: '{{ price }}', idle: 1 },
        condition: 'isShown and inner',
        iterate: 'items',
        elements: [{ type: 'text', text: 'no {{ broken' }],
      },
    ],
  };

  it('names what nothing uses', () => {
    expect(variableDoubts(config, NONE)).toEqual([
      { pointer: '/variables/unused', message: 'Nothing uses the variable "unused".' },
      { pointer: '/variables/a~1b', message: 'Nothing uses the variable "a/b".' },
      { pointer: '/scenes/0/variables/idle', message: 'Nothing uses the variable "idle".' },
    ]);
  });

  it('knows variables from outside, and suggests what was meant', () => {
    const given = { options: ['titel', 'price', 'nested'], columns: ['sku', 'isShow', 'isShown'] };
    const messages = variableDoubts(config, given)
      .filter(({ pointer }) => pointer === '')
      .map(({ message }) => message);
    expect(messages).toEqual([
      'Nothing uses the variable "titel". Did you mean "title"?',
      'Nothing uses the variable "nested".',
      // A column such as `sku` may be meant for people.
      'Nothing uses the variable "isShow". Did you mean "isShown"?',
    ]);
  });

  it('takes any input', () => {
    for (const input of [null, 7, [], { variables: [], scenes: { iterate: 7 } }]) {
      expect(variableDoubts(input, NONE)).toEqual([]);
    }
  });
});
