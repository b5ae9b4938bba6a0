import { runUntilStopped } from './run-until-stopped.js';

await runUntilStopped(
  { api: true },
  ({ url }) => `VideoCraft answers at ${url}/api/v1, its documentation at ${url}/docs`,
);
