import type { LoggerService } from '@nestjs/common';

/** The parts of Nest that log each module and each route when a process starts. */
const FRAMEWORK: ReadonlySet<unknown> = new Set([
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
]);

type Logging = Required<Omit<LoggerService, 'setLogLevels'>>;

/**
 * Logs at `debug` what the framework says at `info`: some hundred lines at each start, which matter only to
 * developers and hide those that matter to operators.
 */
export function quietFramework(logger: Logging): LoggerService {
  return {
    log(message: unknown, ...rest: unknown[]) {
      if (FRAMEWORK.has(rest.at(-1))) logger.debug(message, ...rest);
      else logger.log(message, ...rest);
    },
    debug: (message: unknown, ...rest: unknown[]) => logger.debug(message, ...rest),
    verbose: (message: unknown, ...rest: unknown[]) => logger.verbose(message, ...rest),
    warn: (message: unknown, ...rest: unknown[]) => logger.warn(message, ...rest),
    error: (message: unknown, ...rest: unknown[]) => logger.error(message, ...rest),
    fatal: (message: unknown, ...rest: unknown[]) => logger.fatal(message, ...rest),
  };
}
