import { noteTexts } from './note-texts.js';

describe('noteTexts', () => {
  it('has the place of a note, and says the same only once', () => {
    const notes = [
      { pointer: '', message: 'A.' },
      { pointer: '/scenes/0', message: 'B.' },
      { pointer: '/scenes/1', message: 'B.' },
      { pointer: '/scenes/2', message: 'C.' },
    ];
    expect(noteTexts({ notes })).toEqual(['A.', '/scenes/0 (and 1 more): B.', '/scenes/2: C.']);
  });

  it('counts notes that are too many', () => {
    const notes = Array.from({ length: 60 }, (_, index) => ({ pointer: '', message: `${index}` }));
    expect(noteTexts({ notes })).toHaveLength(51);
    expect(noteTexts({ notes }).at(-1)).toBe('10 more notes are not listed.');
  });
});
