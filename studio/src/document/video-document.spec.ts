import { effect } from '@preact/signals-core';
import { VideoDocument } from './video-document.js';

const TEXT = `{
  "width": 640,
  "scenes": [
    { "duration": 1 },
    { "duration": 2, "elements": [] }
  ]
}
`;

let now: number;
let video: VideoDocument;

beforeEach(() => {
  now = 1_000;
  video = new VideoDocument(TEXT, () => now);
});

describe('a video document', () => {
  it('reads its text', () => {
    expect(video.value.value).toEqual({
      width: 640,
      scenes: [{ duration: 1 }, { duration: 2, elements: [] }],
    });
    expect(video.parsed.value.error).toBeNull();
    expect(video.valueAt('/scenes/1/duration')).toBe(2);
    expect(video.valueAt('/scenes/7/duration')).toBeUndefined();
  });

  it('keeps the last value while the text is not JSON, and says where it is not', () => {
    video.setText(TEXT.replace('640', ''));
    expect(video.value.value).toMatchObject({ width: 640 });
    expect(video.parsed.value.error).toEqual({
      message: 'Expected a value.',
      offset: 13,
      line: 2,
      column: 12,
    });
    expect(video.edit('/width', 1)).toBe(false);
    expect(video.remove('/width')).toBe(false);
    expect(video.insert('/scenes/-', {})).toBe(false);
  });

  it('tells its observers of each change once', () => {
    const seen: unknown[] = [];
    const stop = effect(() => void seen.push(video.valueAt('/width')));
    video.edit('/width', 320);
    video.undo();
    stop();
    expect(seen).toEqual([640, 320, 640]);
  });
});

describe('an edit', () => {
  it('changes only the value', () => {
    expect(video.edit('/scenes/0/duration', 1.5)).toBe(true);
    expect(video.text.value).toBe(TEXT.replace('"duration": 1 ', '"duration": 1.5 '));
  });

  it('adds what is missing, indented as the text is', () => {
    video.edit('/height', 480);
    expect(video.text.value).toContain('  ],\n  "height": 480\n}');
    video = new VideoDocument('{\n\t"a": {\n\t\t"b": 1\n\t}\n}');
    video.edit('/c', { d: 2 });
    expect(video.text.value).toBe('{\n\t"a": {\n\t\t"b": 1\n\t},\n\t"c": { "d": 2 }\n}');
  });

  it('reaches names with slashes, tildes, and digits', () => {
    video = new VideoDocument('{ "a/b~": { "0": 1 } }');
    expect(video.edit('/a~1b~0/0', 2)).toBe(true);
    expect(video.text.value).toBe('{ "a/b~": { "0": 2 } }');
  });

  it('replaces the whole document', () => {
    expect(video.edit('', { width: 1 })).toBe(true);
    expect(video.value.value).toEqual({ width: 1 });
  });

  it('inserts and removes items', () => {
    expect(video.insert('/scenes/1', { duration: 9 })).toBe(true);
    expect(video.insert('/scenes/-', { duration: 8 })).toBe(true);
    const durations = () =>
      (video.valueAt('/scenes') as { duration: number }[]).map(({ duration }) => duration);
    expect(durations()).toEqual([1, 9, 2, 8]);
    expect(video.remove('/scenes/0')).toBe(true);
    expect(durations()).toEqual([9, 2, 8]);
    expect(video.remove('/scenes/3')).toBe(false);
    expect(video.insert('/width/0', 1)).toBe(false);
    expect(video.parsed.value.error).toBeNull();
  });
});

describe('the history', () => {
  const widths = () => {
    const seen: unknown[] = [];
    while (video.canUndo.value) {
      video.undo();
      seen.push(video.valueAt('/width'));
    }
    return seen;
  };

  it('goes back and forth', () => {
    video.edit('/width', 1);
    video.edit('/width', 2);
    expect([video.canUndo.value, video.canRedo.value]).toEqual([true, false]);
    video.undo();
    expect(video.valueAt('/width')).toBe(1);
    expect(video.canRedo.value).toBe(true);
    video.redo();
    expect(video.valueAt('/width')).toBe(2);
    expect(widths()).toEqual([1, 640]);
    expect(video.text.value).toBe(TEXT);
  });

  it('takes a gesture back as one, wherever its changes are', () => {
    for (const x of [10, 20, 30]) {
      now += 16;
      video.edit('/scenes/0/duration', x, { group: 'drag' });
      video.edit('/width', x, { group: 'drag' });
    }
    video.undo();
    expect(video.text.value).toBe(TEXT);
    expect(video.canUndo.value).toBe(false);
    video.redo();
    expect(video.valueAt('/width')).toBe(30);
    expect(video.valueAt('/scenes/0/duration')).toBe(30);
  });

  it.each([
    ['after a pause', () => (now += 2_000)],
    ['after the end of the gesture', () => video.endGroup()],
    ['after an undo and a redo', () => [video.undo(), video.redo()]],
  ])('begins anew %s', (_, happen) => {
    video.edit('/width', 1, { group: 'typing' });
    happen();
    video.edit('/width', 2, { group: 'typing' });
    expect(widths()).toEqual([1, 640]);
  });

  it('has no entry for a gesture that ends where it began', () => {
    video.edit('/width', 1, { group: 'drag' });
    video.edit('/width', 640, { group: 'drag' });
    expect(video.canUndo.value).toBe(false);
  });

  it('takes a transaction back as one, and tells of it once', () => {
    let times = 0;
    const stop = effect(() => void [video.text.value, times++]);
    video.transact(() => {
      video.edit('/width', 1);
      video.edit('/height', 2);
      video.remove('/scenes/0');
    });
    stop();
    expect(times).toBe(2);
    video.edit('/width', 5);
    video.undo();
    video.undo();
    expect(video.text.value).toBe(TEXT);
  });

  it('forgets what was taken back after a new change', () => {
    video.edit('/width', 1);
    video.undo();
    video.edit('/width', 2);
    expect(video.canRedo.value).toBe(false);
  });
});

describe('the selection', () => {
  it('moves up when what is selected goes', () => {
    video.selection.value = '/scenes/1/elements';
    video.remove('/scenes/1');
    expect(video.selection.value).toBe('/scenes');
    video.insert('/scenes/-', { duration: 5 });
    video.selection.value = '/scenes/1/duration';
    video.undo();
    expect(video.selection.value).toBe('/scenes');
  });
});

describe('places', () => {
  it('lead from pointers to the text and back', () => {
    const range = video.rangeOf('/scenes/1/duration')!;
    expect(TEXT.slice(range.from, range.to)).toBe('2');
    expect(video.pointerAt(range.from)).toBe('/scenes/1/duration');
    expect(video.pointerAt(TEXT.indexOf('"elements"') + 2)).toBe('/scenes/1/elements');
    expect(video.pointerAt(0)).toBe('');
    expect(video.rangeOf('/scenes/2')).toBeNull();
    expect(video.nearestRange('/scenes/0/elements/3/src')).toEqual(video.rangeOf('/scenes/0'));
    expect(new VideoDocument('').nearestRange('/x')).toEqual({ from: 0, to: 0 });
  });
});
