import type { IncomingMessage } from 'node:http';
import { LoggerModule } from 'nestjs-pino';
import type { Config } from '../config/types.js';
import { loggedPath } from '../http/routes/paths.js';
import { requestIdOf } from '../http/requests/request-id.js';
import { textLog, wantsColors } from './text-log.js';

/**
 * Logs JSON lines, or lines for people on a terminal. Logs only the ID, method, and path of a request, because headers, query strings, and bodies
 * can contain keys, tokens, and signed addresses.
 */
export function logModule(level: string, format: Config['logFormat']) {
  // The exception filter logs faults with the request ID. Other responses matter only to developers, and a
  // logger per request adds a tenth to the time of a status poll.
  const { stdout, env } = process;
  const isText = format === 'text' || (format === 'auto' && stdout.isTTY);
  const stream = isText && textLog((line) => stdout.write(line), wantsColors(stdout, env));
  const logsRequests = ['debug', 'trace'].includes(level);
  return LoggerModule.forRoot({
    ...(logsRequests ? {} : { forRoutes: [] }),
    pinoHttp: {
      ...(stream && { stream }),
      level,
      serializers: {
        req: (req: { id: string; method: string; url: string }) => ({
          id: req.id,
          method: req.method,
          path: loggedPath(req.url),
        }),
        res: (res: { statusCode: number }) => ({ status: res.statusCode }),
      },
      genReqId: (req: IncomingMessage) => requestIdOf(req),
      customLogLevel: () => 'debug' as const,
    },
  });
}
