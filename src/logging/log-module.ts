import type { IncomingMessage } from 'node:http';
import { LoggerModule } from 'nestjs-pino';
import { requestIdOf } from '../http/request-id.js';

/**
 * Logs as JSON lines, one for each answer. What is written of a request is its id, method and path:
 * never a header, a query string or a body, as these carry keys, tokens and signed addresses.
 */
export function logModule(level: string) {
  return LoggerModule.forRoot({
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
      // Faults are logged by the exception filter; what else is answered matters to developers only.
      autoLogging: ['debug', 'trace'].includes(level),
      customLogLevel: () => 'debug' as const,
    },
  });
}
