/** Example bodies of `POST /videos` for the API description. A test sends each of them. */
export const VIDEO_EXAMPLES = {
  plain: {
    summary: 'A plain color, without sources',
    value: {
      width: 640,
      height: 360,
      scenes: [{ duration: 2, 'background-color': '#204060', elements: [] }],
    },
  },
  captions: {
    summary: 'Speech with word-by-word captions over an image',
    value: {
      scenes: [
        {
          elements: [
            {
              type: 'audio',
              src: 'https://example.com/speech.mp3',
              text: 'Good morning, everyone.',
            },
            { type: 'image', src: 'https://example.com/photo.jpg', resize: 'cover' },
          ],
        },
      ],
      elements: [
        {
          type: 'subtitles',
          language: 'en',
          settings: { style: 'progressive', 'font-size': 48, 'word-color': '#FFFF00' },
        },
      ],
    },
  },
};
