/** Where the schema is published with each release. Editors read it from the file next to the project. */
const SCHEMA_FILE = 'videocraft.schema.json';

/** A project that renders at once, without any other file: an upright video with titles and word-by-word captions. */
const PROJECT = {
  $schema: `./${SCHEMA_FILE}`,
  resolution: 'instagram-reel',
  variables: { title: 'My first video', accent: '#F2C14E' },
  scenes: [
    {
      'background-color': '#102A43',
      duration: 3,
      elements: [
        {
          type: 'text',
          text: '{{ title }}',
          settings: { 'font-size': 120, 'font-color': '{{ accent }}' },
          'animate-in': { style: 'pop' },
        },
      ],
    },
    {
      'background-color': '#243B53',
      duration: 3,
      transition: { style: 'fade', duration: 0.5 },
      elements: [
        {
          type: 'shape',
          shape: 'circle',
          width: 420,
          height: 420,
          fill: '{{ accent }}',
          'fade-in': 0.5,
        },
      ],
    },
  ],
  elements: [
    {
      type: 'subtitles',
      settings: { style: 'highlight' },
      words: [
        { word: 'Change', start: 0.4, end: 0.9 },
        { word: 'project.json,', start: 0.9, end: 1.7 },
        { word: 'and', start: 3.0, end: 3.3 },
        { word: 'render', start: 3.3, end: 3.8 },
        { word: 'it', start: 3.8, end: 4.1 },
        { word: 'again.', start: 4.1, end: 4.8 },
      ],
    },
  ],
};

const README = `# My video

    npx videocraft render project.json -o video.mp4          make the video
    npx videocraft render project.json -o video.mp4 --watch --draft --force
                                                             and again at each change, small and quickly
    npx videocraft still project.json --at 1 -o frame.png    look at one moment
    npx videocraft validate project.json                     find mistakes
    npx videocraft render project.json -o video.mp4 --var title=Hello
                                                             set a variable

Put pictures, clips, and recordings in this folder, and name them in \`src\`. An audio element with its script in \`text\`
gets captions that follow the voice. Editors suggest the fields of project.json from ${SCHEMA_FILE}.
`;

/** The files of a new project by name. @param schema the JSON Schema of configs with variables */
export function starterFiles(schema: object): ReadonlyMap<string, string> {
  return new Map([
    ['project.json', `${JSON.stringify(PROJECT, null, 2)}\n`],
    [SCHEMA_FILE, `${JSON.stringify(schema, null, 2)}\n`],
    ['README.md', README],
    // What renders leave behind.
    ['.gitignore', 'data/\n*.mp4\n'],
  ]);
}
