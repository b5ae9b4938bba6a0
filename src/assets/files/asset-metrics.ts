import { Injectable } from '@nestjs/common';
import { Counter, Gauge } from 'prom-client';
import { AssetStore } from '../../engine/assets/asset-store.js';
import { Metrics } from '../../engine/metrics/metrics.js';

/** How a file arrives. */
export type UploadWay = 'form' | 'url' | 'tus' | 'text';

/** What this process counts about uploads, and the assets of the whole service. */
@Injectable()
export class AssetMetrics {
  private readonly uploads = new Counter({
    name: 'videocraft_asset_uploads_total',
    help: 'Uploads of assets by way and result.',
    labelNames: ['way', 'result'] as const,
    registers: [],
  });

  private readonly bytes = new Counter({
    name: 'videocraft_asset_upload_bytes_total',
    help: 'Bytes of assets that were uploaded.',
    registers: [],
  });

  constructor({ registry }: Metrics, store: AssetStore) {
    const { assets, bytes } = assetGauges(store);
    for (const metric of [this.uploads, this.bytes]) registry.registerMetric(metric);
    registry.registerMetric(assets);
    registry.registerMetric(bytes);
  }

  stored(way: UploadWay, bytes: number): void {
    this.uploads.inc({ way, result: 'stored' });
    this.bytes.inc(bytes);
  }

  failed(way: UploadWay): void {
    this.uploads.inc({ way, result: 'failed' });
  }
}

/** One query serves both, because all metrics are collected at the same time. */
function assetGauges(store: AssetStore): { assets: Gauge; bytes: Gauge } {
  let reading: ReturnType<AssetStore['totals']> | null = null;
  const totals = () => (reading ??= store.totals().finally(() => (reading = null)));
  const bytes = new Gauge({
    name: 'videocraft_asset_bytes',
    help: 'Bytes of the assets of all keys, with unfinished uploads.',
    registers: [],
    async collect() {
      this.set((await totals()).bytes);
    },
  });
  const assets = new Gauge({
    name: 'videocraft_assets',
    help: 'Assets of all keys, with unfinished uploads.',
    registers: [],
    async collect() {
      this.set((await totals()).assets);
    },
  });
  return { assets, bytes };
}
