declare module 'wawoff2/decompress.js' {
  export default function decompress(bytes: Uint8Array): Promise<Uint8Array>;
}

declare module 'wawoff2/build/decompress_binding.js' {
  const binding: { decompress(bytes: Uint8Array): Uint8Array | false };
  export default binding;
}
