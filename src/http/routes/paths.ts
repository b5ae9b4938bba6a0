/** The prefix of the API. Controllers omit it: `@Controller('videos')`. */
export const API_PREFIX = 'api/v1';

/** Routes that are also available at the root, where probes and scrapers expect them. */
export const ROOT_PATHS: readonly string[] = [
  '/health',
  '/health/detailed',
  '/ready',
  '/live',
  '/metrics',
  '/mcp',
];

/** Files at the root that are no routes of the API. */
const ROOT_FILES: readonly string[] = ['/llms.txt', '/llms-full.txt'];

/** The page of the studio. */
export const STUDIO_PATH = '/';

/**
 * The files of the studio, whose names depend on their content. Services share hosts behind proxies by path, so the name
 * is one that no other service is likely to have.
 */
export const STUDIO_FILES_PATH = '/studio-files';

/** Probes count toward the rate limit but are never rejected by it (see docs/security.md). */
const PROBES = new Set(['/health', '/ready', '/live']);

/** True for a path under the prefix of the API. */
export function isApiPath(path: string): boolean {
  return path === `/${API_PREFIX}` || path.startsWith(`/${API_PREFIX}/`);
}

/** True for the page of the studio and its files. */
export function isStudioPath(path: string): boolean {
  return path === STUDIO_PATH || path.startsWith(`${STUDIO_FILES_PATH}/`);
}

const PREVIEWS = new Set(
  ['validate', 'timeline', 'still', 'draft'].map((name) => `/${API_PREFIX}/videos/${name}`),
);

/** True for what a page of the studio asks for many times. */
export function isPreviewPath(path: string): boolean {
  return PREVIEWS.has(path);
}

/** True for a path that the service serves, or that has such a path below it. */
export function isOwnPath(path: string): boolean {
  const isAtRoot = ROOT_PATHS.includes(path) || ROOT_FILES.includes(path);
  return isApiPath(path) || isAtRoot || /^\/(docs|schema|studio-files)(\/|$)/.test(path);
}

/** True for the public probes, under the prefix and at the root. */
export function isProbePath(path: string): boolean {
  const withoutPrefix = isApiPath(path) ? path.slice(API_PREFIX.length + 1) : path;
  return PROBES.has(withoutPrefix);
}

/** A path of the API inside the service. For links in responses, use `linksOf`. */
export function apiPath(path: string): string {
  return `/${API_PREFIX}${path}`;
}

/** The path of a request for the log: without the query, and without the signature of a link, both of which open files. */
export function loggedPath(url: string): string {
  return url.split('?', 1)[0]!.replace(/(\/links\/)[^/]+/, '$1...');
}
