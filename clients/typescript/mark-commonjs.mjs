import { writeFile } from 'node:fs/promises';

// The package is an ES module, so the folder for `require` says that it is none.
await writeFile(new URL('dist/cjs/package.json', import.meta.url), '{ "type": "commonjs" }\n');
