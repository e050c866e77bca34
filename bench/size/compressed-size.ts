import { brotliCompressSync, gzipSync } from 'node:zlib';

/** What a page downloads, in bytes: minified, and compressed as well as each format can. */
export interface CompressedSize {
  min: number;
  gzip: number;
  brotli: number;
}

/** Files are compressed one by one, as servers do. */
export function compressedSize(files: readonly Uint8Array[]): CompressedSize {
  const sum = (size: (file: Uint8Array) => number): number => files.reduce((total, file) => total + size(file), 0);
  return {
    min: sum((file) => file.length),
    gzip: sum((file) => gzipSync(file, { level: 9 }).length),
    brotli: sum((file) => brotliCompressSync(file).length),
  };
}
