import path from 'node:path';
import { keptScripts } from '@podlint/start';

/** The published plugin: loads the scripts beside it, of which its own module, `index.ts`, is the first. */
const scripts = keptScripts(path.join(import.meta.dirname, 'scripts'));
process.once('exit', () => scripts.keepCode('judging'));
const { default: plugin } = scripts.load('index.cjs') as typeof import('./index.js');

export default plugin;
/** What `require` gives. */
export { plugin as 'module.exports' };
