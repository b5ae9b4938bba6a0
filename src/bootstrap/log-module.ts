import type { IncomingMessage } from 'node:http';
import { LoggerModule } from 'nestjs-pino';
import { requestIdOf } from '../http/requests/request-id.js';

/**
 * Logs as JSON lines. What is written of a request is its id, method and path: never a header, a
 * query string or a body, as these carry keys, tokens and signed addresses.
 */
export function logModule(level: string) {
  // Faults are logged by the exception filter, with the request's id; what else is answered matters
  // to developers only, and a logger for each request costs a status poll a tenth of its time.
  const answers = ['debug', 'trace'].includes(level);
  return LoggerModule.forRoot({
    ...(answers ? {} : { forRoutes: [] }),
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
