import { VideoDocument } from '../document/video-document.js';
import { addCaptionFile, addPicture, addSound, placeAt, useFont } from './add-to-video.js';

const PLACE = { scene: 0, at: 1.5 };

const documentOf = (value: unknown) => new VideoDocument(JSON.stringify(value, null, 2));
const elementsOf = (video: VideoDocument, pointer = '/scenes/0/elements') =>
  video.valueAt(pointer) as { type: string }[];

describe('adding files to a video', () => {
  it('puts a picture above pictures and below texts', () => {
    const video = documentOf({
      scenes: [
        {
          elements: [
            { type: 'image', src: 'a' },
            { type: 'text', text: 'b' },
          ],
        },
      ],
    });
    expect(addPicture(video, 'asset:1', 'video', PLACE)).toBe(true);
    expect(elementsOf(video).map(({ type }) => type)).toEqual(['image', 'video', 'text']);
  });

  it('adds to a scene that has no elements yet', () => {
    const video = documentOf({ scenes: [{ duration: 3 }] });
    addPicture(video, 'asset:1', 'image', PLACE);
    expect(elementsOf(video)).toEqual([{ type: 'image', src: 'asset:1' }]);
    expect(addPicture(video, 'asset:1', 'image', { scene: 4, at: 0 })).toBe(false);
  });

  it('makes a scene as long as its speech, with captions, as one change', () => {
    const video = documentOf({ scenes: [{ duration: 3 }] });
    const before = video.text.value;
    addSound(video, 'asset:1', { use: 'speech', script: ' Hello. ', hasCaptions: true }, PLACE);
    expect(video.value.value).toEqual({
      scenes: [{ elements: [{ type: 'audio', src: 'asset:1', text: 'Hello.' }] }],
      elements: [{ type: 'subtitles' }],
    });
    video.undo();
    expect(video.text.value).toBe(before);
  });

  it('adds music to the whole video, and effects at the playhead', () => {
    const video = documentOf({ scenes: [{ duration: 3 }] });
    addSound(video, 'asset:1', { use: 'music' }, PLACE);
    addSound(video, 'asset:2', { use: 'effect' }, PLACE);
    expect(elementsOf(video, '/elements')[0]).toMatchObject({ loop: true, ducking: true });
    expect(elementsOf(video)[0]).toMatchObject({ start: 1.5, speech: false });
  });

  it('takes captions from a file instead of what they came from', () => {
    const video = documentOf({
      scenes: [{ elements: [{ type: 'subtitles', text: 'a', settings: { style: 'pop' } }] }],
    });
    addCaptionFile(video, 'asset:1');
    expect(elementsOf(video)[0]).toEqual({
      type: 'subtitles',
      settings: { style: 'pop' },
      captions: 'asset:1',
    });
  });

  it('uses a font for captions only', () => {
    expect(useFont(documentOf({ scenes: [] }), 'asset:1')).toBe(false);
    const video = documentOf({ scenes: [], elements: [{ type: 'subtitles' }] });
    expect(useFont(video, 'asset:1')).toBe(true);
    expect(video.valueAt('/elements/0/settings')).toEqual({ 'font-url': 'asset:1' });
  });
});

describe('placeAt', () => {
  const value = { scenes: [{ duration: 2 }, { duration: 3, transition: { duration: 0.5 } }] };

  it('finds the scene by the timeline, or by the lengths that are written', () => {
    const timeline = [
      { start: 0, end: 1 },
      { start: 1, end: 4 },
    ];
    expect(placeAt(value, 1.2, timeline)).toEqual({ scene: 1, at: 0.2 });
    expect(placeAt(value, 1.2, null)).toEqual({ scene: 0, at: 1.2 });
    expect(placeAt(value, 1.6, null)).toEqual({ scene: 1, at: 0.1 });
  });
});
