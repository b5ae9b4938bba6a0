import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { Request } from 'express';
import { packageVersion } from '../../config/package-version.js';
import type { Config } from '../../config/types.js';
import { openApiSchemas } from '../../core/project/schema/openapi-schemas.js';
import { baseUrl } from '../routes/base-url.js';
import { addErrorResponses } from './responses.js';
import { addCsrfToken, withoutCsrfHeader } from './swagger-csrf.js';

const DESCRIPTION = `Turns a JSON description of a video into an MP4 with word-by-word captions.

Requests need \`Authorization: Bearer <API key>\`. Requests that change something also need
\`X-CSRF-Token\` with a token from \`GET /csrf-token\`. Every response has \`X-Request-ID\` and the
headers \`X-RateLimit-Limit\`, \`X-RateLimit-Remaining\`, and \`X-RateLimit-Reset\` (epoch seconds).
The health routes and \`/metrics\` are also available at the root. For the meaning of each error code,
see [/docs/errors/](DOCS/errors/). For everything else, see the [guide](DOCS/guide).`;

/** The groups of routes, in the order in which a reader needs them. */
const TAGS: Readonly<Record<string, string>> = {
  Videos: 'Create videos, and get them, their captions, and links to them',
  Previews: 'Check configs, and see frames and drafts of them without a job',
  Jobs: 'Follow, cancel, and repeat renders',
  Assets: 'Upload files that videos use',
  Templates: 'Store video configs with variables',
  Batches: 'Create many videos at once',
  Webhooks: 'Be told when jobs end',
  Security: 'API keys and CSRF tokens',
  Audit: 'What happened, and who caused it',
  Health: 'Probes and metrics',
};

interface Documents {
  readonly complete: OpenAPIObject;
  /** For Swagger UI. */
  readonly shown: OpenAPIObject;
}

const JSON_URL = 'docs/openapi.json';

/** Serves Swagger UI at `/docs` and the OpenAPI document at `/docs/openapi.json`. */
export function setupOpenApi(app: NestExpressApplication, config: Config): void {
  // Built for the first request, whose connection tells the port.
  const documents = new Map<string, Documents>();
  const documentsFor = (base: string): Documents => {
    const known = documents.get(base);
    if (known) return known;
    const complete = openApiDocument(app, config, base);
    const made = { complete, shown: withoutCsrfHeader(complete) };
    documents.set(base, made);
    return made;
  };
  const fallback = config.server.publicUrl ?? `http://localhost:${config.server.port}`;
  SwaggerModule.setup('docs', app, () => documentsFor(fallback).complete, {
    jsonDocumentUrl: JSON_URL,
    raw: ['json'],
    customSiteTitle: 'VideoCraft API',
    patchDocumentOnRequest: (req) => {
      const request = req as Request;
      const { complete, shown } = documentsFor(baseUrl(request, config));
      return request.path.endsWith(JSON_URL) ? complete : shown;
    },
    swaggerOptions: {
      persistAuthorization: true,
      docExpansion: 'list',
      showExtensions: true,
      requestInterceptor: addCsrfToken,
    },
  });
}

/**
 * The OpenAPI 3 document of all routes. Its paths are complete, so the server is the root.
 *
 * @param base the base URL of the service, for the links in examples
 */
function openApiDocument(app: NestExpressApplication, config: Config, base: string): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setTitle('VideoCraft API')
    .setDescription(DESCRIPTION.replaceAll('DOCS', `${config.server.pathPrefix}/docs`))
    .setVersion(packageVersion())
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addServer(config.server.publicUrl ?? '/')
    .addBearerAuth({
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'API key',
      description: 'An API key of the service',
    });
  for (const [name, description] of Object.entries(TAGS)) builder.addTag(name, description);
  const document = SwaggerModule.createDocument(app, builder.build(), {
    operationIdFactory: (controller, method) =>
      `${controller.replace(/Controller$/, '').toLowerCase()}_${method}`,
  });
  Object.assign((document.components!.schemas ??= {}), openApiSchemas());
  addErrorResponses(document, base);
  return document;
}
