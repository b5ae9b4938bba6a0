import type { Readable } from 'node:stream';
import {
  type IDataObject,
  type IExecuteFunctions,
  type INodeExecutionData,
  NodeOperationError,
  sleep,
} from 'n8n-workflow';
import type { Service } from './service';

/** One operation on one item. */
export type Operation = (
  node: IExecuteFunctions,
  service: Service,
  item: number,
) => Promise<INodeExecutionData>;

const PART_BYTES = 16 * 1024 * 1024;
const TUS = { 'Tus-Resumable': '1.0.0' };
const LONGEST_POLL_MS = 10_000;

/** The operations by resource and name. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  'video create': createVideo,
  'video wait': async (node, service, item) => {
    const id = parameter(node, 'id', item);
    await waitFor(node, service, id, item);
    return found(await service.json({ method: 'GET', path: `/videos/${id}` }, item));
  },
  'video get': async (node, service, item) => {
    const path = `/videos/${parameter(node, 'id', item)}`;
    return found(await service.json({ method: 'GET', path }, item));
  },
  'video delete': async (node, service, item) => {
    const path = `/videos/${parameter(node, 'id', item)}`;
    return { json: await service.json({ method: 'DELETE', path }, item) };
  },
  'video cancel': async (node, service, item) => {
    const path = `/jobs/${parameter(node, 'id', item)}/cancel`;
    return { json: await service.json({ method: 'POST', path, isRepeatable: true }, item) };
  },
  'video download': download,
  'asset upload': upload,
  'asset fromUrl': async (node, service, item) => {
    const body = { url: node.getNodeParameter('url', item) as string };
    const call = { method: 'POST' as const, path: '/assets', body, isRepeatable: true };
    return { json: await service.json(call, item) };
  },
  'asset delete': async (node, service, item) => {
    const path = `/assets/${parameter(node, 'id', item)}`;
    return { json: await service.json({ method: 'DELETE', path }, item) };
  },
};

/** The job ID beside the fields of a video, for the nodes that follow. */
function found(video: IDataObject): INodeExecutionData {
  return { json: { job_id: video['id'], ...video } };
}

async function createVideo(
  node: IExecuteFunctions,
  service: Service,
  item: number,
): Promise<INodeExecutionData> {
  const isTemplate = node.getNodeParameter('from', item) === 'template';
  const body = isTemplate
    ? {
        template: node.getNodeParameter('template', item) as string,
        variables: jsonParameter(node, 'variables', item),
      }
    : jsonParameter(node, 'config', item);
  const job = await service.create('/videos', body, item);
  if (node.getNodeParameter('wait', item) !== true) return { json: job };
  const id = String(job['job_id']);
  await waitFor(node, service, id, item);
  return found(await service.json({ method: 'GET', path: `/videos/${id}` }, item));
}

/** Waits for the end of a job. @throws NodeOperationError if it has no video */
async function waitFor(
  node: IExecuteFunctions,
  service: Service,
  id: string,
  itemIndex: number,
): Promise<void> {
  const minutes = node.getNodeParameter('waitMinutes', itemIndex, 60) as number;
  const until = performance.now() + minutes * 60_000;
  const cancelled = node.getExecutionCancelSignal();
  for (let delay = 1_000; ; delay = Math.min(delay * 1.5, LONGEST_POLL_MS)) {
    const job = await service.json({ method: 'GET', path: `/jobs/${id}/status` }, itemIndex);
    if (job['status'] === 'completed') return;
    if (job['status'] === 'failed' || job['status'] === 'cancelled') {
      const code = job['error_code'] ? ` (${String(job['error_code'])})` : '';
      const description = job['error'] ? `${String(job['error'])}${code}` : undefined;
      const message = `The video is ${String(job['status'])}`;
      throw new NodeOperationError(node.getNode(), message, { itemIndex, description });
    }
    if (cancelled?.aborted || performance.now() > until) {
      const message = `The video was not finished in ${minutes} minutes`;
      throw new NodeOperationError(node.getNode(), message, { itemIndex });
    }
    await sleep(delay);
  }
}

async function download(
  node: IExecuteFunctions,
  service: Service,
  item: number,
): Promise<INodeExecutionData> {
  const id = parameter(node, 'id', item);
  const file = node.getNodeParameter('file', item, '') as string;
  const name = file === '' ? 'download' : `files/${encodeURIComponent(file)}`;
  const call = { method: 'GET' as const, path: `/videos/${id}/${name}`, stream: true };
  const { body, headers } = await service.send(call, item);
  const type = String(headers['content-type'] ?? 'application/octet-stream').split(';')[0]!;
  const given = /filename="?([^";]+)"?/i.exec(String(headers['content-disposition'] ?? ''))?.[1];
  // n8n writes a stream to its store as it arrives.
  const data = await node.helpers.prepareBinaryData(
    body as Readable,
    given ?? (file || `${id}.mp4`),
    type,
  );
  const field = node.getNodeParameter('binaryProperty', item) as string;
  return { json: { job_id: decodeURIComponent(id) }, binary: { [field]: data } };
}

/** Uploads in parts by the tus protocol, so that no more than a part is in memory. */
async function upload(
  node: IExecuteFunctions,
  service: Service,
  item: number,
): Promise<INodeExecutionData> {
  const field = node.getNodeParameter('binaryProperty', item) as string;
  const binary = node.helpers.assertBinaryData(item, field);
  const stored = binary.id;
  const whole = stored ? null : await node.helpers.getBinaryDataBuffer(item, field);
  const size = whole?.length ?? (await node.helpers.getBinaryMetadata(stored!)).fileSize;
  const name = Buffer.from(binary.fileName ?? 'file').toString('base64');
  const begun = await service.send(
    {
      method: 'POST',
      path: '/assets/uploads',
      headers: { ...TUS, 'Upload-Length': String(size), 'Upload-Metadata': `filename ${name}` },
      isRepeatable: true,
    },
    item,
  );
  const path = `/assets/uploads/${String(begun.headers['location']).split('/').pop()}`;
  const source = whole ? [whole] : await node.helpers.getBinaryStream(stored!, PART_BYTES);
  let offset = 0;
  let asset: unknown;
  for await (const part of parts(source)) {
    const headers = {
      ...TUS,
      'Upload-Offset': String(offset),
      'Content-Type': 'application/offset+octet-stream',
    };
    // The offset makes a repetition harmless: bytes that arrived are refused.
    const answer = await service.send({ method: 'PATCH', path, headers, body: part }, item);
    offset += part.length;
    asset = answer.headers['x-asset-id'] ?? asset;
  }
  return { json: await service.json({ method: 'GET', path: `/assets/${String(asset)}` }, item) };
}

/** Parts of equal size, whatever the sizes of the chunks. */
async function* parts(source: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length;) {
      const slice = chunk.subarray(at, at + PART_BYTES - size);
      held.push(slice);
      size += slice.length;
      at += slice.length;
      if (size < PART_BYTES) continue;
      yield Buffer.concat(held);
      held = [];
      size = 0;
    }
  }
  if (size > 0) yield Buffer.concat(held);
}

function parameter(node: IExecuteFunctions, name: string, item: number): string {
  return encodeURIComponent(node.getNodeParameter(name, item) as string);
}

/** JSON as text, or as the value of an expression. */
function jsonParameter(node: IExecuteFunctions, name: string, itemIndex: number): IDataObject {
  const value = node.getNodeParameter(name, itemIndex);
  if (typeof value !== 'string') return value as IDataObject;
  try {
    return JSON.parse(value) as IDataObject;
  } catch (error) {
    const message = `The field "${name}" is not valid JSON`;
    const description = (error as Error).message;
    throw new NodeOperationError(node.getNode(), message, { itemIndex, description });
  }
}
