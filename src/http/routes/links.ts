import type { Config } from '../../config/types.js';
import { apiPath } from './paths.js';

/** A path of the API as clients see it, for links and `Location`: `link('/jobs/1')`. */
export type LinkTo = (path: string) => string;

/** Links below the path of the public address, where a proxy serves the service below one. */
export function linksOf({ server }: Config): LinkTo {
  return (path) => `${server.pathPrefix}${apiPath(path)}`;
}
