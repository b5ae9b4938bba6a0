import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { packageVersion } from '../../config/package-version.js';
import type { Config } from '../../config/types.js';
import { addErrorResponses } from './responses.js';

const DESCRIPTION = `Turns a JSON description of a video into an MP4 with word-by-word captions.

Requests need \`Authorization: Bearer <API key>\`. Requests that change something also need
\`X-CSRF-Token\` with a token from \`GET /csrf-token\`. Every response has \`X-Request-ID\` and the
headers \`X-RateLimit-Limit\`, \`X-RateLimit-Remaining\`, and \`X-RateLimit-Reset\` (epoch seconds).
The health routes and \`/metrics\` are also available at the root. For the meaning of each error code,
see [/docs/errors/](DOCS/errors/).`;

/** Serves Swagger UI at `/docs` and the OpenAPI document at `/docs/openapi.json`. */
export function setupOpenApi(app: NestExpressApplication, config: Config): void {
  SwaggerModule.setup('docs', app, () => openApiDocument(app, config), {
    jsonDocumentUrl: 'docs/openapi.json',
    raw: ['json'],
    customSiteTitle: 'VideoCraft API',
    swaggerOptions: { persistAuthorization: true, docExpansion: 'list', showExtensions: true },
  });
}

/** The OpenAPI 3 document of all routes. Its paths are complete, so the server is the root. */
export function openApiDocument(app: NestExpressApplication, config: Config): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setTitle('VideoCraft API')
    .setDescription(DESCRIPTION.replace('DOCS', `${config.server.pathPrefix}/docs`))
    .setVersion(packageVersion())
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addServer(config.server.publicUrl ?? '/')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key' });
  const document = SwaggerModule.createDocument(app, builder.build(), {
    operationIdFactory: (controller, method) =>
      `${controller.replace(/Controller$/, '').toLowerCase()}_${method}`,
  });
  addErrorResponses(document, config.server.publicUrl ?? 'http://localhost:3002');
  return document;
}
