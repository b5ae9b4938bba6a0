import { ResourceNotFoundError, type Server } from '@modelcontextprotocol/server';
import { videoConfigSchema } from '../../core/project/schema/config-schema.js';
import { videoTemplateSchema } from '../../core/project/schema/template-schema.js';
import type { GuideLibrary } from '../../engine/guide/guide-library.js';
import type { LoadLibrary } from '../tools/reading-tools.js';

interface AgentResource {
  readonly uri: string;
  readonly name: string;
  readonly description: string;
  readonly mimeType: string;
  readonly text: () => string;
}

/** Serves the schemas, the pages of the guide, and the examples. */
export function serveResources(server: Server, library: LoadLibrary): void {
  server.setRequestHandler('resources/list', async () => ({
    resources: resourcesOf(await library()).map(({ uri, name, description, mimeType }) => ({
      uri,
      name,
      description,
      mimeType,
    })),
  }));
  server.setRequestHandler('resources/templates/list', () => ({ resourceTemplates: [] }));
  server.setRequestHandler('resources/read', async ({ params: { uri } }) => {
    const found = resourcesOf(await library()).find((one) => one.uri === uri);
    if (!found) throw new ResourceNotFoundError(uri);
    return { contents: [{ uri, mimeType: found.mimeType, text: found.text() }] };
  });
}

function resourcesOf({ pages, examples }: GuideLibrary): AgentResource[] {
  const schema = (name: string, description: string, text: () => string) => ({
    uri: `videocraft://schema/${name}.json`,
    name: `${name}.json`,
    description,
    mimeType: 'application/schema+json',
    text,
  });
  return [
    schema('video-config', 'The JSON Schema of a video config.', () =>
      JSON.stringify(videoConfigSchema()),
    ),
    schema('video-template', 'The JSON Schema of a config with variables.', () =>
      JSON.stringify(videoTemplateSchema()),
    ),
    ...pages.map(({ name, title, summary, markdown }) => ({
      uri: `videocraft://guide/${name}.md`,
      name: title,
      description: summary,
      mimeType: 'text/markdown',
      text: () => markdown,
    })),
    ...examples.map(({ name, summary, text }) => ({
      uri: `videocraft://examples/${name}.json`,
      name,
      description: summary,
      mimeType: 'application/json',
      text: () => text,
    })),
  ];
}
