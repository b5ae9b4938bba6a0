import { videoConfigSchema } from '../core/project/config-schema.js';

/** Prints the JSON Schema of the video config. */
export function schemaCommand(): void {
  process.stdout.write(`${JSON.stringify(videoConfigSchema(), null, 2)}\n`);
}
