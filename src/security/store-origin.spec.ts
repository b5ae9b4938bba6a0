import { loadConfig } from '../config/load-config.js';
import { storeOrigin } from './store-origin.js';

const S3 = {
  VIDEOCRAFT_STORAGE: 's3',
  VIDEOCRAFT_S3_BUCKET: 'films',
  VIDEOCRAFT_S3_REGION: 'eu-west-1',
  VIDEOCRAFT_STORAGE_DOWNLOADS: 'redirect',
};
const LOCAL = { ...S3, VIDEOCRAFT_S3_ENDPOINT: 'http://minio:9000' };

describe('the origin of downloads', () => {
  it.each([
    ['the service sends', {}, null],
    ['a proxy of the store sends', { ...S3, VIDEOCRAFT_STORAGE_DOWNLOADS: 'proxy' }, null],
    ['Amazon sends', S3, 'https://films.s3.eu-west-1.amazonaws.com'],
    [
      'a store with buckets in the path sends',
      { ...LOCAL, VIDEOCRAFT_S3_PATH_STYLE: 'true' },
      'http://minio:9000',
    ],
    [
      'a store behind a public address sends',
      {
        ...LOCAL,
        VIDEOCRAFT_S3_PATH_STYLE: 'false',
        VIDEOCRAFT_S3_PUBLIC_ENDPOINT: 'https://media.example.com',
      },
      'https://films.media.example.com',
    ],
  ])('if %s', (_who, env, origin) => {
    expect(storeOrigin(loadConfig(env))).toBe(origin);
  });
});
