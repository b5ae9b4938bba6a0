import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type Caller,
  CurrentCaller,
  CurrentKey,
  type Identity,
  RequireScopes,
} from '../http/access/access.js';
import { ApiCsrfHeader, ApiEnvelope, ApiErrors } from '../http/openapi/responses.js';
import { Envelope } from '../http/responses/envelope.js';
import { JsonBodyPipe } from '../http/validation/json-body.pipe.js';
import {
  pingRequest,
  secretRequest,
  type SecretRequest,
  WEBHOOK_EXAMPLES,
  webhookRequest,
  type WebhookRequest,
} from './webhook-requests.js';
import { toWebhookDeliveryDto, toWebhookDetailsDto } from './webhook-responses.js';
import {
  IssuedSecretDto,
  WebhookDeliveriesQuery,
  WebhookDeliveryDetailsDto,
  WebhookDeliveryDto,
  WebhookDeliveryListDto,
  WebhookDto,
} from './webhooks.dto.js';
import { WebhooksService } from './webhooks.service.js';

@ApiTags('Webhooks')
@Controller('webhooks')
export class WebhooksController {
  constructor(private readonly webhooks: WebhooksService) {}

  @Get()
  @RequireScopes('jobs:read')
  @Envelope('Webhook found')
  @ApiOperation({ summary: 'Get the webhook of the key of the request' })
  @ApiEnvelope(WebhookDto)
  get(@CurrentKey() key: Identity): Promise<WebhookDto> {
    return this.webhooks.get(key);
  }

  @Put()
  @RequireScopes('videos:write')
  @Envelope('Webhook set')
  @ApiOperation({
    summary: 'Set the webhook of the key of the request',
    description: 'It is told of all jobs of the key that end from now on. docs/webhooks.md',
  })
  @ApiCsrfHeader()
  @ApiBody({ schema: webhookRequest.schema, examples: WEBHOOK_EXAMPLES })
  @ApiEnvelope(WebhookDto)
  set(
    @Body(new JsonBodyPipe(webhookRequest)) request: WebhookRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<WebhookDto> {
    return this.webhooks.set(request, caller);
  }

  @Delete()
  @RequireScopes('videos:write')
  @Envelope('Webhook removed')
  @ApiOperation({ summary: 'Remove the webhook of the key of the request' })
  @ApiCsrfHeader()
  @ApiEnvelope(WebhookDto)
  remove(@CurrentCaller() caller: Caller): Promise<WebhookDto> {
    return this.webhooks.remove(caller);
  }

  @Post('secret')
  @HttpCode(200)
  @RequireScopes('videos:write')
  @Envelope('Secret created')
  @ApiOperation({
    summary: 'Create the secret that signs the webhooks of the key, or replace it',
    description: 'While both are valid, each webhook has a signature of both.',
  })
  @ApiCsrfHeader()
  @ApiBody({ schema: secretRequest.schema, required: false, examples: { day: { value: {} } } })
  @ApiEnvelope(IssuedSecretDto)
  rotate(
    @Body(JsonBodyPipe.optional(secretRequest)) request: SecretRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<IssuedSecretDto> {
    return this.webhooks.rotate(request, caller);
  }

  @Post('ping')
  @HttpCode(202)
  @RequireScopes('videos:write')
  @Envelope('Test queued')
  @ApiOperation({
    summary: 'Send a test to a webhook',
    description: 'The event is `ping`. It is sent once. Read the outcome from the log.',
  })
  @ApiCsrfHeader()
  @ApiBody({
    schema: pingRequest.schema,
    required: false,
    examples: { address: { value: { url: 'https://hooks.example.com/videocraft' } } },
  })
  @ApiEnvelope(WebhookDeliveryDto, { status: 202 })
  @ApiErrors('WEBHOOK_NOT_SET')
  async ping(
    @Body(JsonBodyPipe.optional(pingRequest)) { url }: { readonly url: string | null },
    @CurrentCaller() caller: Caller,
  ): Promise<WebhookDeliveryDto> {
    return toWebhookDeliveryDto(await this.webhooks.ping(url, caller));
  }

  @Get('deliveries')
  @RequireScopes('jobs:read')
  @Envelope('Webhook deliveries listed')
  @ApiOperation({ summary: 'List what was sent to webhooks, newest first' })
  @ApiEnvelope(WebhookDeliveryListDto)
  @ApiErrors('VALIDATION_ERROR')
  list(
    @Query() query: WebhookDeliveriesQuery,
    @CurrentKey() key: Identity,
  ): Promise<WebhookDeliveryListDto> {
    return this.webhooks.list(query, key);
  }

  @Get('deliveries/:id')
  @RequireScopes('jobs:read')
  @Envelope('Webhook delivery found')
  @ApiOperation({ summary: 'Get a webhook delivery with its attempts' })
  @ApiEnvelope(WebhookDeliveryDetailsDto)
  @ApiErrors('DELIVERY_NOT_FOUND')
  async delivery(
    @Param('id') id: string,
    @CurrentKey() key: Identity,
  ): Promise<WebhookDeliveryDetailsDto> {
    return toWebhookDetailsDto(await this.webhooks.find(id, key));
  }

  @Post('deliveries/:id/replay')
  @HttpCode(202)
  @RequireScopes('videos:write')
  @Envelope('Webhook queued again')
  @ApiOperation({
    summary: 'Send a webhook again that has ended',
    description: 'It has the same `webhook-id`, so that a receiver can tell that it had it before.',
  })
  @ApiCsrfHeader()
  @ApiEnvelope(WebhookDeliveryDto, { status: 202 })
  @ApiErrors('DELIVERY_NOT_FOUND', 'DELIVERY_PENDING')
  async replay(
    @Param('id') id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<WebhookDeliveryDto> {
    return toWebhookDeliveryDto(await this.webhooks.replay(id, caller));
  }
}
