import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { Seal } from './seal.js';

/*
 * A pack: entries one behind the other, then an index of them as JSON, then a footer of fixed length that says where the index is.
 * A pack is written once, under another name, and never changed: whoever sees it sees all of it.
 */

/** Where an entry is in its pack, and the seal on it. */
type EntryPlace = readonly [offset: number, length: number, seal: string];

const magic = 0x706f6432;
const footerLength = 20;
/** Small entries are written together. */
const chunkSize = 1 << 20;

export class PackReader {
  private constructor(
    private readonly descriptor: number,
    readonly size: number,
    private readonly index: ReadonlyMap<string, EntryPlace>,
    private readonly seal: Seal,
  ) {}

  /** Undefined for a file that is no pack, or a damaged one. */
  static open(file: string, seal: Seal): PackReader | undefined {
    let descriptor: number | undefined;
    try {
      descriptor = openSync(file, 'r');
      const { size } = fstatSync(descriptor);
      const index = readIndex(descriptor, size);
      if (index) return new PackReader(descriptor, size, index, seal);
    } catch {
      // Removed in the meantime, unreadable, or damaged: there is nothing in it for anybody.
    }
    if (descriptor !== undefined) closeSync(descriptor);
    return undefined;
  }

  keys(): Iterable<string> {
    return this.index.keys();
  }

  lengthOf(key: string): number {
    return this.index.get(key)?.[1] ?? 0;
  }

  /** Undefined for an entry that is not there, damaged, or not made by who has the seal. */
  read(key: string): Buffer | undefined {
    const place = this.index.get(key);
    if (!place) return undefined;
    const [offset, length, seal] = place;
    const bytes = offset + length <= this.size ? readAt(this.descriptor, offset, length) : undefined;
    return bytes && this.seal.of(key, bytes) === seal ? bytes : undefined;
  }

  close(): void {
    closeSync(this.descriptor);
  }
}

function readIndex(descriptor: number, size: number): Map<string, EntryPlace> | undefined {
  const footer = size < footerLength ? undefined : readAt(descriptor, size - footerLength, footerLength);
  if (!footer || footer.readUInt32BE(16) !== magic) return undefined;
  const [offset, length, checksum] = [footer.readDoubleBE(0), footer.readUInt32BE(8), footer.readUInt32BE(12)];
  const bytes = offset + length + footerLength === size ? readAt(descriptor, offset, length) : undefined;
  if (!bytes || crc32(bytes) !== checksum) return undefined;
  return new Map(JSON.parse(bytes.toString('utf8')) as [string, EntryPlace][]);
}

function readAt(descriptor: number, offset: number, length: number): Buffer | undefined {
  const bytes = Buffer.allocUnsafe(length);
  return readSync(descriptor, bytes, 0, length, offset) === length ? bytes : undefined;
}

export class PackWriter {
  private readonly index = new Map<string, EntryPlace>();
  private waiting: Buffer[] = [];
  private waitingLength = 0;
  private offset = 0;

  /** @param descriptor of an empty file, which the writer closes */
  constructor(
    private readonly descriptor: number,
    private readonly seal: Seal,
  ) {}

  has(key: string): boolean {
    return this.index.has(key);
  }

  add(key: string, bytes: Buffer): void {
    this.index.set(key, [this.offset, bytes.length, this.seal.of(key, bytes)]);
    this.append(bytes);
  }

  finish(): void {
    const index = Buffer.from(JSON.stringify([...this.index]));
    const footer = Buffer.alloc(footerLength);
    footer.writeDoubleBE(this.offset, 0);
    footer.writeUInt32BE(index.length, 8);
    footer.writeUInt32BE(crc32(index), 12);
    footer.writeUInt32BE(magic, 16);
    this.append(index);
    this.append(footer);
    this.flush();
    this.close();
  }

  close(): void {
    closeSync(this.descriptor);
  }

  private append(bytes: Buffer): void {
    this.waiting.push(bytes);
    this.waitingLength += bytes.length;
    this.offset += bytes.length;
    if (this.waitingLength >= chunkSize) this.flush();
  }

  private flush(): void {
    const bytes = Buffer.concat(this.waiting);
    for (let written = 0; written < bytes.length;) written += writeSync(this.descriptor, bytes, written);
    this.waiting = [];
    this.waitingLength = 0;
  }
}
