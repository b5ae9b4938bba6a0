import { Module } from '@nestjs/common';
import { KeyWebhooks } from './key-webhooks.js';
import { WebhookSecrets } from './webhook-secrets.js';

@Module({ providers: [KeyWebhooks, WebhookSecrets], exports: [KeyWebhooks, WebhookSecrets] })
export class WebhooksEngineModule {}
