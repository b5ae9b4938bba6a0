import { moveScene } from './move-scene.js';
import { VideoDocument } from './video-document.js';

const TEXT = `{
  "width": 64,   "height":36,
  "scenes": [
    { "id": "a",  "duration": 1 },
    {
      "id": "b", "duration": 2, "transition": { "duration": 0.5 }
    },

    { "id": "c",
      "duration": 3 }
  ],
  "elements":[ ]
}
`;

describe('moveScene', () => {
  it('keeps how scenes and all else are written, and is undone at once', () => {
    const video = new VideoDocument(TEXT);
    expect(moveScene(video, 0, 2)).toBe(true);
    expect(video.text.value).toBe(`{
  "width": 64,   "height":36,
  "scenes": [
    {
      "id": "b", "duration": 2
    },
    { "id": "c",
      "duration": 3 },

    { "id": "a",  "duration": 1, "transition": { "duration": 0.5 } }
  ],
  "elements":[ ]
}
`);
    expect(video.selection.value).toBe('/scenes/2');
    video.undo();
    expect(video.text.value).toBe(TEXT);
    expect(video.canUndo.value).toBe(false);
  });

  it('takes back what it did if the scene moves back', () => {
    const video = new VideoDocument(TEXT);
    moveScene(video, 1, 0);
    expect(video.valueAt('/scenes/1')).toEqual({
      ...{ id: 'a', duration: 1, transition: { duration: 0.5 } },
    });
    moveScene(video, 0, 1);
    expect(video.value.value).toEqual(new VideoDocument(TEXT).value.value);
  });

  it('does nothing at the ends', () => {
    const video = new VideoDocument(TEXT);
    expect(moveScene(video, 0, -1)).toBe(false);
    expect(moveScene(video, 2, 3)).toBe(false);
    expect(moveScene(video, 1, 1)).toBe(false);
    expect(video.text.value).toBe(TEXT);
  });
});
