/**
 * The walls of docs/architecture.md. `npm run layers` enforces them; `tools/folder-circles.mjs` looks
 * for circles between folders.
 */

/** What the service offers. Features know nothing of each other. */
const FEATURES = ['assets', 'audit', 'health', 'jobs', 'mcp', 'metrics', 'outgoing'].concat(
  'security',
  'templates',
  'videos',
  'webhooks',
);

/** The rooms of `core`, lowest level first. A room imports its own level and those below it. */
const CORE_LEVELS = [
  // Formats and algorithms that know nothing of a video config.
  [
    'alignment',
    'color',
    'expressions',
    'fields',
    'font-names',
    'guide',
    'h264',
    'job',
    'json',
    'media',
  ].concat('motion', 'mp4', 'raster', 'text-encoding', 'util'),
  // The types of a video config.
  ['project/types'],
  // The parts of a video.
  ['drawing', 'sound', 'sources', 'speech', 'text', 'time', 'timeline', 'timing', 'words'],
  // What a video costs.
  ['budget'],
  // What is drawn, and how it is rendered.
  ['captions', 'render', 'text-elements', 'waveforms'],
  // The reader of video configs.
  ['project'],
];

const SPECS = '\\.spec\\.ts$';
const inCore = (rooms) => `^src/core/(${rooms.join('|')})/`;

/** Level `level` of `core` must not import the levels above it. */
function coreLevel(level) {
  const own = CORE_LEVELS.slice(0, level + 1).flat();
  return {
    name: `core-level-${level + 1}`,
    comment: `${CORE_LEVELS[level].join(', ')} import no higher level of core.`,
    severity: 'error',
    from: {
      path: inCore(CORE_LEVELS[level]),
      pathNot: [SPECS, ...CORE_LEVELS.slice(0, level).map(inCore)],
    },
    to: { path: '^src/core/', pathNot: inCore(own) },
  };
}

/** What the studio shows. Features know nothing of each other: what they share is in the document, or below. */
const STUDIO_FEATURES = [
  'captions',
  'files',
  'gallery',
  'operate',
  'render',
  'see',
  'start',
  'write',
];

/** The folders of the studio below its features, each with those that it may import. */
const STUDIO_BASE = {
  texts: [],
  api: ['texts'],
  document: ['texts'],
  ui: ['api', 'texts'],
  routing: ['api', 'texts', 'ui'],
  jobs: ['api', 'routing', 'texts', 'ui'],
  timeline: ['api', 'document'],
  pictures: ['api', 'texts'],
  uploads: ['api', 'pictures', 'texts', 'ui'],
  opening: ['document', 'routing', 'texts', 'ui'],
};

/** Files in `path` import nothing of this package but themselves and `allowed`. */
function only(name, path, allowed, comment) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: `^src/${path}/`, pathNot: SPECS },
    to: { path: '^src/', pathNot: `^src/(${[path, ...allowed].join('|')})/` },
  };
}

const inStudio = (folders) => `^studio/src/(${folders.join('|')})/`;

const STUDIO_RULES = [
  {
    name: 'studio-is-a-client',
    comment:
      'The studio can do what any client can: it has the client of the API, and of src only types of core.',
    severity: 'error',
    from: { path: '^studio/src/' },
    to: { pathNot: '^(studio/src|clients/typescript/src|node_modules|src/core)/' },
  },
  {
    name: 'studio-has-types-of-core',
    severity: 'error',
    // Tests read the real schema.
    from: { path: '^studio/src/', pathNot: '\\.spec\\.ts$' },
    to: { path: '^src/core/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'service-without-studio',
    comment: 'The service serves what the build has made of the studio.',
    severity: 'error',
    from: { path: '^(src|clients)/' },
    to: { path: '^studio/' },
  },
  ...Object.entries(STUDIO_BASE).map(([folder, below]) => ({
    name: `studio-${folder}`,
    severity: 'error',
    from: { path: inStudio([folder]), pathNot: SPECS },
    to: { path: '^studio/src/', pathNot: inStudio([folder, ...below]) },
  })),
  {
    name: 'studio-features-apart',
    severity: 'error',
    from: { path: inStudio(STUDIO_FEATURES) },
    to: {
      path: '^studio/src/',
      pathNot: ['^studio/src/$1/', inStudio([...Object.keys(STUDIO_BASE)])],
    },
  },
];

module.exports = {
  forbidden: [
    ...STUDIO_RULES,
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'core-is-pure',
      comment:
        'core has no I/O, no clock, and no framework: it imports only itself, and a pure library that makes QR codes.',
      severity: 'error',
      from: { path: '^src/core/', pathNot: SPECS },
      to: { pathNot: '^(src/core|node_modules/qrcode-generator)/' },
    },
    ...CORE_LEVELS.map((_, level) => coreLevel(level)),
    {
      name: 'core-rooms-have-levels',
      comment: 'Add a new room of core to CORE_LEVELS.',
      severity: 'error',
      from: { path: '^src/core/', pathNot: [SPECS, inCore(CORE_LEVELS.flat())] },
      to: {},
    },
    only('config-above-core', 'config', ['core']),
    only('engine-below-features', 'engine', ['config', 'core']),
    only(
      'pipeline-below-features',
      'pipeline',
      ['engine', 'config', 'core'],
      'The pipeline joins core and engine; it knows neither HTTP nor jobs.',
    ),
    only(
      'http-below-features',
      'http',
      ['engine', 'config', 'core'],
      'Features use http; http knows no feature.',
    ),
    only('submissions-below-features', 'submissions', [
      'http',
      'pipeline',
      'engine',
      'config',
      'core',
    ]),
    {
      name: 'bootstrap-above-features',
      comment: 'Only the programs use what ties http and security together.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: '^src/bootstrap/' },
      to: { path: '^src/bootstrap/' },
    },
    {
      name: 'features-apart',
      comment: 'Features share lower layers, never each other.',
      severity: 'error',
      from: { path: `^src/(${FEATURES.join('|')})/` },
      to: { path: `^src/(${FEATURES.join('|')}|bootstrap|cli)/`, pathNot: '^src/$1/' },
    },
    {
      name: 'cli-behind-its-door',
      comment: 'Only src/cli.ts runs the commands.',
      severity: 'error',
      from: { pathNot: '^src/(cli/|cli\\.ts$)' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'nothing-imports-a-door',
      comment: 'The files directly in src are the programs and their wiring.',
      severity: 'error',
      from: { path: '^src/[^/]+/' },
      to: { path: '^src/[^/]+\\.ts$' },
    },
    { name: 'not-to-spec', severity: 'error', from: {}, to: { path: SPECS } },
    {
      name: 'no-dev-dependency',
      severity: 'error',
      from: { path: '^src/', pathNot: SPECS },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
