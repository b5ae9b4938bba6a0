import type { Config } from '../../config/types.js';
import { apiPath } from './paths.js';

/** Returns a path of the API as clients see it, for links and `Location`: `link('/jobs/1')`. */
export type LinkTo = (path: string) => string;

/** Links that start with the path of the public URL, which is not empty behind some proxies. */
export function linksOf({ server }: Config): LinkTo {
  return (path) => `${server.pathPrefix}${apiPath(path)}`;
}
