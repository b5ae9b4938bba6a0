import { readFileSync, writeFileSync } from 'node:fs';
import { tablesIn, withFieldTables } from '../support/field-tables.js';
import { videoConfigSchema } from '../../src/core/project/schema/config-schema.js';

const FILE = 'docs/video-config.md';

describe('docs/video-config.md', () => {
  it('contains the fields of the reader (`npm run docs:fields` updates them)', () => {
    const text = readFileSync(FILE, 'utf8');
    const schema = videoConfigSchema();
    const right = withFieldTables(text, schema);
    if (process.env['WRITE_DOCS'] === 'true') writeFileSync(FILE, right);
    else expect(text).toBe(right);
    const kinds = ['config', ...Object.keys(schema['$defs'] as object)];
    expect(tablesIn(text).sort()).toEqual(kinds.sort());
  });
});
