import type { IncomingMessage } from 'node:http';
import { LoggerModule } from 'nestjs-pino';
import { requestIdOf } from '../http/requests/request-id.js';

/**
 * Logs JSON lines. Logs only the ID, method, and path of a request, because headers, query strings, and bodies
 * can contain keys, tokens, and signed addresses.
 */
export function logModule(level: string) {
  // The exception filter logs faults with the request ID. Other responses matter only to developers, and a
  // logger per request adds a tenth to the time of a status poll.
  const logsRequests = ['debug', 'trace'].includes(level);
  return LoggerModule.forRoot({
    ...(logsRequests ? {} : { forRoutes: [] }),
    pinoHttp: {
      level,
      serializers: {
        req: (req: { id: string; method: string; url: string }) => ({
          id: req.id,
          method: req.method,
          path: req.url.split('?', 1)[0],
        }),
        res: (res: { statusCode: number }) => ({ status: res.statusCode }),
      },
      genReqId: (req: IncomingMessage) => requestIdOf(req),
      customLogLevel: () => 'debug' as const,
    },
  });
}
