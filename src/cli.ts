#!/usr/bin/env node
import { createProgram } from './cli/commands/program.js';
import { watchStandardStreams } from './cli/terminal/standard-streams.js';

watchStandardStreams();
await createProgram().parseAsync();
