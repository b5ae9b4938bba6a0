import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigError } from './config-error.js';
import { loadConfig, SECRETS } from './load-config.js';
import { SUBTITLES_PREFIX, VARIABLES } from './variables.js';

function problemsOf(env: Record<string, string>) {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('loadConfig', () => {
  it('returns the defaults of the contract for an empty environment', () => {
    expect(loadConfig({})).toMatchObject({
      production: false,
      server: { host: '127.0.0.1', port: 3002, trustedProxies: 0, publicUrl: null },
      dataDir: resolve('data'),
      fontsDir: null,
      fontsMirror: null,
      databaseUrl: null,
      security: { enableAuth: true, apiKey: null, enableCsrf: true, allowedDomains: [] },
      rateLimit: { perMinute: 100, burst: 20, shared: false },
      metricsPublic: false,
    });
  });

  it('reads values of every type', () => {
    const config = loadConfig({
      NODE_ENV: 'production',
      VIDEOCRAFT_SERVER_PORT: '0',
      VIDEOCRAFT_SERVER_PUBLIC_URL: 'https://video.example.com/',
      DATABASE_URL: 'postgres://u:p@db:5432/videocraft',
      VIDEOCRAFT_SECURITY_ENABLE_AUTH: 'FALSE',
      VIDEOCRAFT_SECURITY_ALLOWED_DOMAINS: ' App.Example.com, localhost:3000,[::1]:8080 ,',
      VIDEOCRAFT_SOURCES_IDLE_TIMEOUT_SECONDS: '2.5',
      VIDEOCRAFT_RECOGNITION_URL: '',
    });
    expect(config.production).toBe(true);
    expect(config.server.port).toBe(0);
    expect(config.server.publicUrl).toBe('https://video.example.com');
    expect(config.rateLimit.shared).toBe(true);
    expect(config.security.enableAuth).toBe(false);
    expect(config.security.allowedDomains).toEqual([
      'app.example.com',
      'localhost:3000',
      '[::1]:8080',
    ]);
    expect(config.sources.idleTimeoutMs).toBe(2500);
    expect(config.recognition).toMatchObject({ url: null, model: 'auto' });
  });

  it('returns a deeply frozen object', () => {
    const config = loadConfig({});
    expect(Object.isFrozen(config.security.allowedDomains)).toBe(true);
    expect(() => Object.assign(config.server, { port: 1 })).toThrow(TypeError);
  });

  it('reports all invalid values at once', () => {
    const problems = problemsOf({
      VIDEOCRAFT_SERVER_PORT: '70000',
      VIDEOCRAFT_WORKERS: 'many',
      VIDEOCRAFT_SECURITY_ENABLE_CSRF: 'maybe',
    });
    expect(problems.map((problem) => problem.name).sort()).toEqual([
      'VIDEOCRAFT_SECURITY_ENABLE_CSRF',
      'VIDEOCRAFT_SERVER_PORT',
      'VIDEOCRAFT_WORKERS',
    ]);
    expect(problems).toContainEqual({
      name: 'VIDEOCRAFT_SERVER_PORT',
      message: 'Expected a whole number from 0 to 65535, but got "70000".',
    });
  });

  it('never shows a secret', () => {
    const secrets = {
      VIDEOCRAFT_SECURITY_API_KEY: 'hush hush hush',
      DATABASE_URL: 'ftp://u:hush@db/x',
    };
    expect(problemsOf(secrets)).toHaveLength(2);
    expect(JSON.stringify(problemsOf(secrets))).not.toContain('hush');
  });

  it.each([
    ['VIDEOCRAFT_SERVER_PROT', 'Did you mean VIDEOCRAFT_SERVER_PORT?'],
    ['VIDEOCRAFT_SECURITY_APIKEY', 'Did you mean VIDEOCRAFT_SECURITY_API_KEY?'],
    ['VIDEOCRAFT_WHATEVER_ELSE_THIS_IS', 'See docs/configuration.md for the known variables.'],
  ])('rejects the unknown name %s', (name, advice) => {
    expect(problemsOf({ [name]: '1' })).toEqual([{ name, message: `Unknown variable. ${advice}` }]);
  });

  it.each([
    '*',
    '*.example.com',
    'https://example.com',
    'example.com/',
    'a@example.com',
    'ex ample',
  ])('rejects %s as an allowed domain', (entry) => {
    const [problem] = problemsOf({ VIDEOCRAFT_SECURITY_ALLOWED_DOMAINS: `ok.com,${entry}` });
    expect(problem?.message).toContain(JSON.stringify(entry));
  });

  it.each(['example.com.', 'example.com:0', 'example.com:65536', 'm\u00fcller.de', 'a..b', 'a:b'])(
    'rejects %s, which no browser sends',
    (entry) => {
      expect(problemsOf({ VIDEOCRAFT_SECURITY_ALLOWED_DOMAINS: entry })).toHaveLength(1);
    },
  );

  it.each([
    ['VIDEOCRAFT_SUBTITLES_FONT_SIZE', '4000'],
    ['VIDEOCRAFT_SUBTITLES_WORD_COLOR', 'reddish'],
    ['VIDEOCRAFT_SUBTITLES_FONTSIZE', '40'],
    ['VIDEOCRAFT_SUBTITLES_ALL_CAPS', '7'],
  ])('validates caption defaults like a config: %s=%s', (name, text) => {
    expect(problemsOf({ [name]: text })[0]?.name).toBe(name);
  });

  it('collects caption defaults', () => {
    const env = {
      VIDEOCRAFT_SUBTITLES_FONT_SIZE: '48',
      VIDEOCRAFT_SUBTITLES_WORD_COLOR: '#FFFF00',
      VIDEOCRAFT_SUBTITLES_ALL_CAPS: 'true',
    };
    expect(loadConfig(env).subtitles).toEqual({
      'font-size': 48,
      'word-color': '#FFFF00',
      'all-caps': true,
    });
  });
});

describe('the store', () => {
  const s3 = { VIDEOCRAFT_STORAGE: 's3', VIDEOCRAFT_S3_BUCKET: 'videos' };

  it('is the data folder by default', () => {
    expect(loadConfig({}).storage).toMatchObject({ s3: null, redirectDownloads: false });
  });

  it('is a bucket, with the credentials of the SDK or its own', () => {
    expect(loadConfig(s3).storage.s3).toMatchObject({
      ...{ endpoint: null, bucket: 'videos', prefix: '', pathStyle: false, credentials: null },
    });
    const own = {
      ...s3,
      VIDEOCRAFT_S3_ENDPOINT: 'http://minio:9000/',
      VIDEOCRAFT_S3_PREFIX: '/a/b/',
      VIDEOCRAFT_S3_ACCESS_KEY_ID: 'k',
      VIDEOCRAFT_S3_SECRET_ACCESS_KEY: 's',
    };
    expect(loadConfig(own).storage.s3).toMatchObject({
      ...{ endpoint: 'http://minio:9000', publicEndpoint: 'http://minio:9000', prefix: 'a/b/' },
      ...{ pathStyle: true, credentials: { accessKeyId: 'k', secretAccessKey: 's' } },
    });
  });

  it.each<[string, Record<string, string>]>([
    ['VIDEOCRAFT_S3_BUCKET', { VIDEOCRAFT_STORAGE: 's3' }],
    ['VIDEOCRAFT_STORAGE', { VIDEOCRAFT_S3_BUCKET: 'videos' }],
    ['VIDEOCRAFT_STORAGE_DOWNLOADS', { VIDEOCRAFT_STORAGE_DOWNLOADS: 'redirect' }],
    ['VIDEOCRAFT_S3_SECRET_ACCESS_KEY', { ...s3, VIDEOCRAFT_S3_ACCESS_KEY_ID: 'k' }],
    ['VIDEOCRAFT_S3_BUCKET', { ...s3, VIDEOCRAFT_S3_BUCKET: 'Bad/Bucket' }],
    ['VIDEOCRAFT_S3_PREFIX', { ...s3, VIDEOCRAFT_S3_PREFIX: '../up' }],
  ])('rejects settings that contradict each other, such as %s', (name, env) => {
    expect(problemsOf(env).map((problem) => problem.name)).toEqual([name]);
  });
});

describe('the encoder', () => {
  it('is x264 by default', () => {
    expect(loadConfig({}).ffmpeg).toMatchObject({
      encoder: 'libx264',
      encoderDevice: null,
      driverEnvironment: {},
    });
  });

  it('has a device and variables for its driver', () => {
    const env = {
      VIDEOCRAFT_FFMPEG_ENCODER: 'vaapi',
      LIBVA_DRIVER_NAME: 'iHD',
      PATH: '/bin',
      VIDEOCRAFT_FFMPEG_ENCODER_DEVICE: '/dev/dri/by-path/pci-0000:00:02.0-render',
    };
    expect(loadConfig(env).ffmpeg).toMatchObject({
      encoder: 'vaapi',
      encoderDevice: '/dev/dri/by-path/pci-0000:00:02.0-render',
      driverEnvironment: { LIBVA_DRIVER_NAME: 'iHD' },
    });
  });

  it.each([
    ['VIDEOCRAFT_FFMPEG_ENCODER', 'h264_nvenc', 'libx264, nvenc, vaapi, videotoolbox, qsv'],
    ['VIDEOCRAFT_FFMPEG_ENCODER_DEVICE', '/dev/dri/a,b', 'the number of a GPU'],
    ['VIDEOCRAFT_FFMPEG_ENCODER_DEVICE', 'renderD128', 'the number of a GPU'],
  ])('rejects %s=%s', (name, text, expected) => {
    const [problem] = problemsOf({ [name]: text });
    expect(problem?.message).toContain(expected);
  });
});

describe('docs/configuration.md', () => {
  const page = readFileSync('docs/configuration.md', 'utf8').replaceAll(/ +/g, ' ');

  it.each(Object.values(VARIABLES))('documents $name according to its declaration', (variable) => {
    expect(page).toContain(`| \`${variable.name}\` | ${variable.fallbackText} | ${variable.doc} |`);
  });

  it('names all secrets, whose values can be in files', () => {
    const [, listed] = /The secrets are ([^.]+)\./.exec(page)!;
    const named = [...listed!.matchAll(/`(\w+)`/g)].map(([, name]) => name);
    expect(new Set(named)).toEqual(new Set(SECRETS));
  });

  it('names only variables that exist', () => {
    const known = new Set([
      ...Object.values(VARIABLES).map(({ name }) => name),
      ...SECRETS.map((name) => `${name}_FILE`),
    ]);
    const named = page.match(/\bVIDEOCRAFT_[A-Z0-9_]+\b/g) ?? [];
    const unknown = named.filter((name) => !known.has(name) && !name.startsWith(SUBTITLES_PREFIX));
    expect(unknown).toEqual([]);
  });
});
