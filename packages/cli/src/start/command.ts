#!/usr/bin/env node
import path from 'node:path';
import { keptScripts } from '@podlint/start';

/** The published command: loads the scripts beside it. */
const scripts = keptScripts(path.join(import.meta.dirname, 'command'));
/**
 * Milliseconds. What a longer run has compiled beyond what a short one needs makes the next start slower: reading it
 * takes time, too.
 */
const shortRun = 1500;
const { hasJudged } = scripts.load('podlint.cjs') as typeof import('../bin.js');
process.once('exit', () => {
  if (performance.now() < shortRun) scripts.keepCode(hasJudged() ? 'judging' : 'other');
});
