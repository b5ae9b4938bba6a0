import { runUntilStopped } from './run-until-stopped.js';

await runUntilStopped({ api: true });
