import { mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeProblem } from '../reasons.js';
import { PackReader, PackWriter } from './pack-file.js';
import { checksum, type Seal } from './seal.js';

/** More packs than this are made one. */
const mostPacks = 8;
/** Bytes that are kept of what a run did not use; what it used is kept in any case. */
const sizeLimit = 256 * 1024 * 1024;
/** A file that is still being written after so long belongs to a run that was killed. */
const abandonedAfter = 60 * 60 * 1000;

const packName = /^([0-9a-z]+)(?:-[0-9a-z]+)+\.pack$/;
const unfinishedName = /^[0-9a-z-]+\.tmp$/;

/**
 * Values by keys that stand for all that a value depends on, so that none is ever changed: several runs can read and
 * add at the same time without a lock.
 * A run adds one pack, under its name only when it is complete. Whatever is damaged or missing counts as not there.
 */
export class CacheStore {
  private readonly packs: { readonly file: string; readonly reader: PackReader }[] = [];
  private readonly owner = new Map<string, PackReader>();
  private readonly used = new Set<string>();
  private writer: { readonly temporary: string; readonly pack: PackWriter } | undefined;
  /** Why nothing can be added; nothing is tried again then. */
  private failure: string | undefined;

  private others = 0;

  private constructor(
    private readonly folder: string,
    private readonly seal: Seal,
  ) {}

  /** Opens a folder, and makes it if need be. */
  static open(folder: string, seal: Seal = checksum): CacheStore {
    const store = new CacheStore(folder, seal);
    store.try(() => store.prepare());
    return store;
  }

  /** Whether all that is kept there has another seal, and counts as not there. */
  get isOfOthers(): boolean {
    return this.others > 0 && this.packs.length === 0;
  }

  has(key: string): boolean {
    return this.owner.has(key);
  }

  get(key: string): string | undefined {
    const bytes = this.owner.get(key)?.read(key);
    if (bytes) this.used.add(key);
    return bytes?.toString('utf8');
  }

  put(key: string, value: string): void {
    if (this.owner.has(key) && this.used.has(key)) return;
    this.used.add(key);
    this.try(() => this.write(key, Buffer.from(value)));
  }

  /** Makes what was put there to be found by later runs. Returns why that could not be. */
  close(): string | undefined {
    this.try(() => this.finish());
    for (const { reader } of this.packs) reader.close();
    if (this.failure !== undefined && this.writer) rmSync(this.writer.temporary, { force: true });
    return this.failure;
  }

  private prepare(): void {
    mkdirSync(this.folder, { recursive: true });
    for (const name of readdirSync(this.folder)) {
      if (packName.test(name)) this.load(path.join(this.folder, name));
      else if (unfinishedName.test(name)) removeAbandoned(path.join(this.folder, name));
    }
    // Caches have no place in a repository or a backup (bford.info/cachedir).
    writeOnce(path.join(this.folder, '.gitignore'), '*\n');
    writeOnce(path.join(this.folder, 'CACHEDIR.TAG'), 'Signature: 8a477f597d28d172789f06886806bc55\n');
  }

  private load(file: string): void {
    if (packName.exec(path.basename(file))?.[1] !== this.seal.name) {
      this.others++;
      return;
    }
    const reader = PackReader.open(file, this.seal);
    if (!reader) return;
    this.packs.push({ file, reader });
    for (const key of reader.keys()) this.owner.set(key, reader);
  }

  private write(key: string, bytes: Buffer): void {
    this.writer ??= this.begin();
    if (!this.writer.pack.has(key)) this.writer.pack.add(key, bytes);
  }

  private begin(): NonNullable<CacheStore['writer']> {
    const name = `${this.seal.name}-${Date.now().toString(36)}-${process.pid.toString(36)}-${Math.floor(Math.random() * 2 ** 32).toString(36)}`;
    const temporary = path.join(this.folder, `${name}.tmp`);
    return { temporary, pack: new PackWriter(openSync(temporary, 'wx'), this.seal) };
  }

  private finish(): void {
    const isCrowded =
      this.packs.length > mostPacks || this.packs.reduce((sum, { reader }) => sum + reader.size, 0) > 2 * sizeLimit;
    if (!this.writer && !isCrowded) return;
    if (isCrowded) this.gather();
    const { temporary, pack } = this.writer!;
    pack.finish();
    renameSync(temporary, temporary.replace(/tmp$/, 'pack'));
    if (isCrowded) for (const { file } of this.packs) rmSync(file, { force: true });
  }

  /**
   * Takes over what this run used, and of the rest what the limit leaves room for, from the newest pack on. Only packs
   * that were open are removed, so nothing of other runs is lost.
   */
  private gather(): void {
    for (const key of this.used) this.takeOver(key);
    let left = sizeLimit;
    for (const { reader } of this.packs.toSorted((a, b) => (a.file < b.file ? 1 : -1))) {
      for (const key of reader.keys()) {
        if (this.owner.get(key) !== reader || this.used.has(key)) continue;
        left -= reader.lengthOf(key);
        if (left < 0) return;
        this.takeOver(key);
      }
    }
  }

  private takeOver(key: string): void {
    const bytes = this.owner.get(key)?.read(key);
    if (bytes) this.write(key, bytes);
  }

  private try(step: () => void): void {
    if (this.failure !== undefined) return;
    try {
      step();
    } catch (error) {
      this.failure = writeProblem(error);
    }
  }
}

function removeAbandoned(file: string): void {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats && Date.now() - stats.mtimeMs > abandonedAfter) rmSync(file, { force: true });
}

function writeOnce(file: string, text: string): void {
  if (!statSync(file, { throwIfNoEntry: false })) writeFileSync(file, text);
}
