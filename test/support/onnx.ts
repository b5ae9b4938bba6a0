import { Buffer } from 'node:buffer';

/**
 * Writes ONNX models (onnx.proto, opset 17) of a few operators, so that tests use the real runtime
 * without trained weights.
 */

const FLOAT = 1;
const INT64 = 7;
type ElementType = typeof FLOAT | typeof INT64;
/** A number, or the name of a variable dimension. */
type Shape = readonly (number | string)[];

interface Tensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: ElementType;
  readonly values: readonly number[];
}

interface Value {
  readonly name: string;
  readonly type: ElementType;
  readonly shape: Shape;
}

interface Node {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: Readonly<Record<string, number | readonly number[]>>;
}

export interface Graph {
  readonly inputs: readonly Value[];
  readonly outputs: readonly Value[];
  readonly constants?: readonly Tensor[];
  readonly nodes: readonly Node[];
  readonly metadata?: Readonly<Record<string, string>>;
}

export const float = (name: string, shape: Shape): Value => ({ name, type: FLOAT, shape });
export const int64 = (name: string, shape: Shape): Value => ({ name, type: INT64, shape });

export function floats(name: string, shape: readonly number[], values: readonly number[]): Tensor {
  return { name, type: FLOAT, shape, values };
}

export function integers(name: string, values: readonly number[]): Tensor {
  return { name, type: INT64, shape: [values.length], values };
}

/** The bytes of a ModelProto. */
export function onnxModel({ metadata = {}, ...graph }: Graph): Buffer {
  return message([
    [1, 8],
    [7, graphProto(graph)],
    [8, message([[2, 17]])],
    ...Object.entries(metadata).map(([key, value]): Field => [
      14,
      message([
        [1, key],
        [2, value],
      ]),
    ]),
  ]);
}

function graphProto({ nodes, constants = [], inputs, outputs }: Omit<Graph, 'metadata'>): Buffer {
  return message([
    ...nodes.map((node): Field => [1, nodeProto(node)]),
    [2, 'graph'],
    ...constants.map((tensor): Field => [5, tensorProto(tensor)]),
    ...inputs.map((value): Field => [11, valueProto(value)]),
    ...outputs.map((value): Field => [12, valueProto(value)]),
  ]);
}

function nodeProto({ op, inputs, outputs, attributes = {} }: Node): Buffer {
  return message([
    ...inputs.map((name): Field => [1, name]),
    ...outputs.map((name): Field => [2, name]),
    [4, op],
    ...Object.entries(attributes).map(([name, value]): Field => [
      5,
      typeof value === 'number'
        ? message([
            [1, name],
            [3, value],
            [20, 2],
          ])
        : message([[1, name], ...value.map((item): Field => [8, item]), [20, 7]]),
    ]),
  ]);
}

function tensorProto({ name, shape, type, values }: Tensor): Buffer {
  const raw = Buffer.alloc(values.length * (type === FLOAT ? 4 : 8));
  values.forEach((value, index) => {
    if (type === FLOAT) raw.writeFloatLE(value, index * 4);
    else raw.writeBigInt64LE(BigInt(value), index * 8);
  });
  return message([...shape.map((size): Field => [1, size]), [2, type], [8, name], [9, raw]]);
}

function valueProto({ name, type, shape }: Value): Buffer {
  const dimensions = shape.map((size): Field => [
    1,
    typeof size === 'number' ? message([[1, size]]) : message([[2, size]]),
  ]);
  return message([
    [1, name],
    [
      2,
      message([
        [
          1,
          message([
            [1, type],
            [2, message(dimensions)],
          ]),
        ],
      ]),
    ],
  ]);
}

/** A protobuf field: its number, and a varint, a text, or bytes. */
type Field = readonly [number, number | string | Buffer];

function message(fields: readonly Field[]): Buffer {
  return Buffer.concat(
    fields.flatMap(([number, value]) => {
      if (typeof value === 'number') return [varint(number << 3), varint(value)];
      const bytes = Buffer.from(value as string);
      return [varint((number << 3) | 2), varint(bytes.length), bytes];
    }),
  );
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let left = BigInt.asUintN(64, BigInt(value));
  do {
    const low = Number(left & 0x7fn);
    left >>= 7n;
    bytes.push(left > 0n ? low | 0x80 : low);
  } while (left > 0n);
  return Buffer.from(bytes);
}
