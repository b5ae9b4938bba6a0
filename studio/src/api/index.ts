/** What features use of the API. */
export { requireAccepted, validationOf, VideoRefused } from './accepted.js';
export { connection, reconnections, serviceUrl } from './connection.js';
export { describeFailure, type Failure, isAbort } from './describe-failure.js';
export { patiently } from './patiently.js';
export { client, hasScope, type Scope, session } from './session.js';
export { type Action, useAction } from './use-action.js';
export { type Pages, usePages } from './use-pages.js';
export { usePolling } from './use-polling.js';
export { type RequestState, useRequest } from './use-request.js';
export { useThrottled } from './use-throttled.js';
export { ApiError } from '../../../clients/typescript/src/index.js';
export type * from '../../../clients/typescript/src/types.js';
