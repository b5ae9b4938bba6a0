import { parseProject } from '../project/parse-project.js';
import { knownLength } from './known-length.js';

function lengthOf(input: object) {
  const read = parseProject(input, {
    ...{ subtitleDefaults: {}, localSources: false },
    ...{ resolveFont: () => 'Any', fontFamilies: ['Any'] },
  });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return knownLength(read.project);
}

const audio = { type: 'audio', src: 'http://h/a.mp3' };
const text = { type: 'text', text: 'a', duration: 2, start: 0.5 };
const after = { type: 'text', text: 'b', duration: 1, start: 'auto' };
const group = (...elements: object[]) => ({ type: 'group', duration: -1, elements });
const fade = { style: 'fade', duration: 0.5 };

describe('knownLength', () => {
  it.each<[string, object, number | null]>([
    ['scenes with durations', { scenes: [{ duration: 1.5 }, { duration: 2 }] }, 3.5],
    ['a transition', { scenes: [{ duration: 1.5 }, { duration: 2, transition: fade }] }, 3],
    ['a scene as long as its text', { scenes: [{ elements: [text] }] }, 2.5],
    ['a source in a scene with a duration', { scenes: [{ duration: 1, elements: [audio] }] }, 1],
    ['a source of the video', { scenes: [{ duration: 1 }], elements: [audio] }, 1],
    ['texts that follow each other', { scenes: [{ elements: [text, after] }] }, 3.5],
    ['a group without sources', { scenes: [{ elements: [group(text)] }] }, 2.5],
    ['a source in a group', { scenes: [{ elements: [group(audio)] }] }, null],
    ['a scene as long as its source', { scenes: [{ duration: 1 }, { elements: [audio] }] }, null],
  ])('is that of %s', (_name, input, seconds) => {
    expect(lengthOf(input)).toEqual({ seconds, problems: [] });
  });

  it('finds transitions that are too long for their scenes', () => {
    const scenes = [{ duration: 1 }, { duration: 0.2, transition: fade }];
    expect(lengthOf({ scenes })).toEqual({
      seconds: null,
      problems: [
        {
          pointer: '/scenes/1/transition',
          message: expect.stringContaining('The transition is too long'),
        },
      ],
    });
  });
});
