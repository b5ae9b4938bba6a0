import type { OpenAPIObject } from '@nestjs/swagger';

/** The used part of a request of Swagger UI. */
interface SwaggerRequest {
  readonly url: string;
  readonly method?: string;
  readonly headers: Record<string, string>;
}

/**
 * Gets a CSRF token for each request of Swagger UI that changes something. Swagger UI calls the function in the browser,
 * from its text, so it uses nothing from this file.
 */
export async function addCsrfToken(request: SwaggerRequest): Promise<SwaggerRequest> {
  const prefix = /^.*?\/api\/v1(?=\/)/.exec(request.url);
  const method = (request.method || 'GET').toUpperCase();
  if (!prefix || method === 'GET' || method === 'HEAD') return request;
  const answer = await fetch(prefix[0] + '/csrf-token');
  if (answer.ok) {
    const body = (await answer.json()) as { csrf_token: string };
    request.headers['X-CSRF-Token'] = body.csrf_token;
  }
  return request;
}

/** The document for Swagger UI, which adds the header itself, so that readers need not fill it in. */
export function withoutCsrfHeader(document: OpenAPIObject): OpenAPIObject {
  const shown = structuredClone(document);
  for (const item of Object.values(shown.paths)) {
    for (const method of ['post', 'put', 'patch', 'delete'] as const) {
      const operation = item[method];
      if (!operation?.parameters) continue;
      operation.parameters = operation.parameters.filter(
        (one) => '$ref' in one || one.name !== 'X-CSRF-Token',
      );
    }
  }
  return shown;
}
