import { Controller, Inject, Logger, type OnModuleDestroy, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { McpHttpHandler } from '@modelcontextprotocol/server';
import type { Request, Response } from 'express';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import {
  type Caller,
  CsrfOfBrowsers,
  CurrentCaller,
  RequireScopes,
} from '../http/access/access.js';
import { ApiError } from '../http/errors/api-error.js';
import { baseUrl } from '../http/routes/base-url.js';
import { LARGE_BODY_BYTES } from '../http/validation/body-budget.js';
import type { CallExtra } from './agent-handler.js';
import { AgentWorks } from './agent-works.js';
import { sendWebResponse, toWebRequest } from './protocol/web-exchange.js';

/**
 * The Model Context Protocol over HTTP, without sessions: each request stands alone, so that any process of the service
 * can answer it. The guards in front of it are those of every route.
 */
@ApiExcludeController()
@Controller('mcp')
export class McpController implements OnModuleDestroy {
  private readonly logger = new Logger('Mcp');
  private handler: Promise<McpHttpHandler> | null = null;

  constructor(
    private readonly works: AgentWorks,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onModuleDestroy(): Promise<void> {
    await (await this.handler)?.close();
  }

  @Post()
  @RequireScopes()
  @CsrfOfBrowsers()
  async exchange(
    @Req() req: Request,
    @Res() res: Response,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    const { body } = req as { body: unknown };
    requireOneMessage(body);
    const closed = new AbortController();
    res.once('close', () => closed.abort());
    const base = baseUrl(req, this.config);
    const handler = await (this.handler ??= this.open());
    const response = await handler.fetch(toWebRequest(req, base, closed.signal), {
      parsedBody: body,
      authInfo: {
        token: '',
        clientId: caller.id,
        scopes: [...caller.scopes],
        extra: { caller, base, canWait: isSmall(req) } satisfies CallExtra,
      },
    });
    await sendWebResponse(response, res, closed.signal);
  }

  private async open(): Promise<McpHttpHandler> {
    const { createAgentHandler } = await import('./agent-handler.js');
    return createAgentHandler(this.works, (error, { requestId }) =>
      this.logger.error({ err: error, requestId, msg: 'A tool failed' }),
    );
  }
}

/**
 * A large body takes one of few places until its request is answered (`BodyBudget`), so it must not wait for a job.
 * Without a length, a body counts as large.
 */
function isSmall({ headers }: Request): boolean {
  return Number(headers['content-length'] ?? Infinity) <= LARGE_BODY_BYTES;
}

/** Methods that hold a connection for changes, which the service does not announce. */
const HOLDING: ReadonlySet<unknown> = new Set(['subscriptions/listen']);

/** A list of messages would count as one request, whatever it costs. @throws ApiError VALIDATION_ERROR */
function requireOneMessage(body: unknown): void {
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  if (!isObject) {
    throw ApiError.validation([
      {
        pointer: '',
        message: 'Expected one JSON-RPC message as an object. Send lists one by one.',
      },
    ]);
  }
  if (HOLDING.has((body as { method?: unknown }).method)) {
    throw ApiError.validation([
      { pointer: '/method', message: 'The service announces no changes. Poll instead.' },
    ]);
  }
}
