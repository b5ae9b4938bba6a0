import { videoConfigSchema } from '../../core/project/schema/config-schema.js';
import { videoTemplateSchema } from '../../core/project/schema/template-schema.js';

/** Prints the JSON Schema of the video config, with or without variables. */
export function schemaCommand({ template = false }: { template?: boolean }): void {
  const schema = template ? videoTemplateSchema() : videoConfigSchema();
  process.stdout.write(`${JSON.stringify(schema, null, 2)}\n`);
}
