/** Where the API lives; controllers are written without it (`@Controller('videos')`). */
export const API_PREFIX = 'api/v1';

/** Routes that also answer at the root, where probes and scrapers look for them. */
export const ROOT_PATHS: readonly string[] = [
  '/health',
  '/health/detailed',
  '/ready',
  '/live',
  '/metrics',
];

/** Probes: they count, but are answered over the limit too (see docs/security.md). */
const PROBES = new Set(['/health', '/ready', '/live']);

/** True for a path of the API itself, below the prefix. */
export function isApiPath(path: string): boolean {
  return path === `/${API_PREFIX}` || path.startsWith(`/${API_PREFIX}/`);
}

/** True for a path that the service has something at, or below. */
export function isOwnPath(path: string): boolean {
  return isApiPath(path) || ROOT_PATHS.includes(path) || /^\/(docs|schema)(\/|$)/.test(path);
}

/** True for the public probes, under the API and at the root. */
export function isProbePath(path: string): boolean {
  const bare = isApiPath(path) ? path.slice(API_PREFIX.length + 1) : path;
  return PROBES.has(bare);
}

/** A path of the API as the service sees it; links are made by `linksOf`. */
export function apiPath(path: string): string {
  return `/${API_PREFIX}${path}`;
}
