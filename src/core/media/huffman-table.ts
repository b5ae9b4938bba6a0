const MAX_BITS = 16;

/**
 * A Huffman table of a JPEG file (ITU-T T.81, C.2), as a look-up table: for each pattern of 16 bits, the length of
 * the code that it begins with, times 256, plus the symbol of the code. 0: no code.
 */
export type HuffmanTable = Uint16Array;

/**
 * Reads a table of a DHT segment.
 *
 * @param counts the number of codes of each length from 1 to 16
 * @param symbols the symbols in the order of their codes
 * @returns null if there are more codes than fit, or fewer symbols than codes
 */
export function readHuffmanTable(counts: Uint8Array, symbols: Uint8Array): HuffmanTable | null {
  const table = new Uint16Array(1 << MAX_BITS);
  let filled = 0;
  let next = 0;
  for (let bits = 1; bits <= MAX_BITS; bits++) {
    const span = 1 << (MAX_BITS - bits);
    for (let code = 0; code < counts[bits - 1]!; code++) {
      const symbol = symbols[next++];
      // The code of ones alone is not allowed, so at least one pattern stays empty.
      if (symbol === undefined || filled + span >= table.length) return null;
      table.fill((bits << 8) | symbol, filled, filled + span);
      filled += span;
    }
  }
  return table;
}
