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

/** What to do, and the arguments of the command that does it. */
const COMMANDS = [
  ['Make the video:', 'render project.json -o video.mp4'],
  [
    'Make it again at each change, small and quickly:',
    'render project.json -o video.mp4 --watch --draft --force',
  ],
  ['Look at one moment:', 'still project.json --at 1 -o frame.png'],
  ['Find mistakes:', 'validate project.json'],
  ['Set a variable:', 'render project.json -o video.mp4 --var title=Hello'],
] as const;

const readme = (command: string) => `# My video

${COMMANDS.map(([what, args]) => `${what}\n\n    ${command} ${args}\n`).join('\n')}
Put pictures, clips, and recordings in this folder, and name them in \`src\`. An audio element with its script in \`text\`
gets captions that follow the voice. Editors suggest the fields of project.json from ${SCHEMA_FILE}.
`;

/**
 * The files of a new project by name.
 *
 * @param schema the JSON Schema of configs with variables
 * @param command starts this program in the folder of the project
 */
export function starterFiles(schema: object, command: string): ReadonlyMap<string, string> {
  return new Map([
    ['project.json', `${JSON.stringify(PROJECT, null, 2)}\n`],
    [SCHEMA_FILE, `${JSON.stringify(schema, null, 2)}\n`],
    ['README.md', readme(command)],
    // What renders leave behind.
    ['.gitignore', 'data/\n*.mp4\n'],
  ]);
}
