import { Client, type VersionNegotiationOptions } from '@modelcontextprotocol/client';

type Transport = Parameters<Client['connect']>[0];

/** The answer to a call of a tool. */
export interface ToolAnswer {
  /** All texts, one below the other. */
  readonly text: string;
  readonly pictures: readonly Buffer[];
  readonly isError: boolean;
  /** The size of the answer, by the rule of thumb of four bytes for each token. */
  readonly tokens: number;
}

/** The protocol of 2025 with its handshake, and that of 2026 without one. */
export const PROTOCOLS = [
  ['2025-11-25', { mode: 'legacy' }],
  ['2026-07-28', { mode: { pin: '2026-07-28' } }],
] as const satisfies readonly (readonly [string, VersionNegotiationOptions])[];

/** A client of the official SDK. */
export class AgentClient {
  private constructor(readonly client: Client) {}

  static async connect(
    transport: Transport,
    versionNegotiation: VersionNegotiationOptions = { mode: 'legacy' },
  ): Promise<AgentClient> {
    const client = new Client({ name: 'test', version: '1.0.0' }, { versionNegotiation });
    await client.connect(transport);
    return new AgentClient(client);
  }

  async call(
    name: string,
    args: Record<string, unknown> = {},
    onprogress?: (progress: number) => void,
  ): Promise<ToolAnswer> {
    const options = onprogress && {
      onprogress: (step: { progress: number }) => onprogress(step.progress),
    };
    const result = await this.client.callTool({ name, arguments: args }, options);
    const content = result.content as { type: string; text?: string; data?: string }[];
    return {
      text: content.flatMap(({ text }) => text ?? []).join('\n'),
      pictures: content.flatMap(({ data }) =>
        data === undefined ? [] : Buffer.from(data, 'base64'),
      ),
      isError: result.isError === true,
      tokens: tokensOf(content),
    };
  }

  close(): Promise<void> {
    return this.client.close();
  }
}

/** The size of an answer in tokens, by the rule of thumb of four bytes for each. */
export function tokensOf(value: unknown): number {
  return Math.ceil(Buffer.byteLength(JSON.stringify(value)) / 4);
}

/** The ID of the job that an answer names. */
export function jobIn({ text }: ToolAnswer): string {
  return /Job (\S+) is/.exec(text)![1]!;
}

/** Width and height of a JPEG. */
export function sizeOfJpeg(bytes: Buffer): [width: number, height: number] {
  expect(bytes.subarray(0, 2).toString('hex')).toBe('ffd8');
  for (let at = 2; at < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1]!;
    if (marker >= 0xc0 && marker <= 0xc2) {
      return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)];
    }
  }
  throw new Error('The JPEG has no frame.');
}
