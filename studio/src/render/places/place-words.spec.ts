import { placeWords } from './place-words.js';

describe('placeWords', () => {
  const config = { scenes: [{ elements: [{ type: 'image' }, {}] }], elements: [{ type: 'audio' }] };

  it.each([
    ['', 'The video'],
    ['/width', 'width'],
    ['/scenes', 'scenes'],
    ['/scenes/0', 'scene 1'],
    ['/scenes/0/elements/0/src', 'scene 1, element 1 (image), src'],
    ['/scenes/0/elements/1', 'scene 1, element 2'],
    ['/scenes/7/elements/1', 'scene 8, element 2'],
    ['/elements/0', 'element 1 (audio)'],
    ['/outputs/2/name', 'outputs 3, name'],
  ])('says %j as "%s"', (pointer, words) => {
    expect(placeWords(config, pointer)).toBe(words);
  });
});
