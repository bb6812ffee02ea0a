#!/usr/bin/env node
import path from 'node:path';
import { CacheFile } from './cache-file.js';
import { CodeCache } from './code-cache.js';
import { Scripts } from './scripts.js';

/**
 * The published command: loads the scripts beside it with what V8 made of them in an earlier run, which takes less than
 * half of the time. `NODE_DISABLE_COMPILE_CACHE` is Node's own switch for such caches; in a CI job nobody comes back to
 * what is kept.
 */
const { env, version, arch } = process;
const isKept = env['NODE_DISABLE_COMPILE_CACHE'] === undefined && env['CI'] === undefined;
const folder = path.join(import.meta.dirname, 'command');
const scripts = new Scripts(
  folder,
  isKept ? new CodeCache(new CacheFile(`code-${version}-${arch}-${shortName(folder)}`)) : undefined,
);
/**
 * Milliseconds. What a longer run has compiled beyond what a short one needs makes the next start slower: reading it
 * takes time, too.
 */
const shortRun = 1500;
process.once('exit', () => {
  if (performance.now() < shortRun) scripts.keepCode();
});
scripts.load('podlint.cjs');

/** A name for a folder, so that what several installations keep does not come into one file (FNV-1a, 32 bits). */
function shortName(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(36);
}
