import { VideoDocument } from '../../document/video-document.js';
import { canPlace, fieldsOf, writeBox } from './box-edit.js';

const FRAME = { width: 1000, height: 500 };
const BEFORE = { x: 100, y: 100, width: 200, height: 100 };

const fields = (element: object, after: Partial<typeof BEFORE>, isText = false) =>
  fieldsOf(element as Record<string, unknown>, {
    ...{ before: BEFORE, after: { ...BEFORE, ...after }, frame: FRAME, isText },
  });

describe('fieldsOf', () => {
  it('sets what a move changes, and nothing else', () => {
    expect(fields({}, { x: 120 })).toEqual({ x: 120 });
    expect(fields({ width: 200 }, { x: 120, y: 90 })).toEqual({ x: 120, y: 90 });
  });

  it('keeps percentages', () => {
    expect(fields({ x: '10%' }, { x: 125 })).toEqual({ x: '12.5%' });
  });

  it('sets both sides of a picture, because the other one would follow from its source', () => {
    expect(fields({ x: 100, y: 100 }, { width: 300 })).toEqual({ width: 300, height: 100 });
    expect(fields({ x: 100, y: 100, width: 200 }, { width: 300, height: 150 })).toEqual({
      width: 300,
    });
  });

  it('sets only the changed side of a text, and the place that a preset would move', () => {
    expect(fields({ position: 'center' }, { width: 300 }, true)).toEqual({ x: 100, width: 300 });
  });
});

describe('canPlace', () => {
  it('refuses places from expressions', () => {
    expect(canPlace({ x: 1, y: '5%' })).toBe(true);
    expect(canPlace({ x: '{{ left }}' })).toBe(false);
    expect(canPlace({ position: '{{ place }}' })).toBe(false);
    expect(canPlace(undefined)).toBe(false);
  });
});

describe('writeBox', () => {
  it('drops a position that means nothing anymore, and is undone as one change', () => {
    const text =
      '{ "elements": [{ "type": "shape", "position": "center", "width": 200, "height": 100 }] }';
    const video = new VideoDocument(text);
    const change = { before: BEFORE, frame: FRAME, isText: false, group: 'drag' };
    writeBox(video, '/elements/0', { ...change, after: { ...BEFORE, x: 5, y: 6 } });
    expect(video.valueAt('/elements/0')).toEqual({
      type: 'shape',
      width: 200,
      height: 100,
      x: 5,
      y: 6,
    });
    video.undo();
    expect(video.text.value).toBe(text);
  });
});
