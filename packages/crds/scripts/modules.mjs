import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const go = (...args) => execFileSync('go', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/** As the module cache writes a path: a capital letter is a small one behind an exclamation mark. */
const escaped = (module) => module.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);

const cache = () => go('env', 'GOMODCACHE').trim();

/** The folder of a Go module. One that wants a newer Go is downloaded all the same, and that is all that is needed. */
export function folderOf({ module, version }) {
  try {
    return JSON.parse(go('mod', 'download', '-json', `${module}@${version}`)).Dir;
  } catch (error) {
    const folder = path.join(cache(), `${escaped(module)}@${version}`);
    if (!existsSync(folder)) throw error;
    return folder;
  }
}

/** The checksum of a module that was downloaded, as in a go.sum: `h1:...`. */
export function sumOf({ module, version }) {
  return readFileSync(path.join(cache(), 'cache/download', escaped(module), '@v', `${version}.ziphash`), 'utf8').trim();
}

/** The paths of the YAML files that the source names, in their order. */
export function filesOf(folder, { files }) {
  return readdirSync(folder, { recursive: true })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => files.test(file) && /\.ya?ml$/.test(file))
    .sort();
}

const texts = { 'Apache-2.0': /Apache License\s+Version 2\.0/, MIT: /MIT License/ };

/** What has to be carried with what is taken from a module. Throws where its licence is another one. */
export function noticeOf(folder, { module, version, license }) {
  const files = readdirSync(folder).filter((file) => /^(LICENSE|NOTICE)(\.\w+)?$/i.test(file));
  const read = (pattern) =>
    files.filter((file) => pattern.test(file)).map((file) => readFileSync(path.join(folder, file), 'utf8').trim());
  const [text = ''] = read(/^LICENSE/i);
  if (!texts[license].test(text)) throw new Error(`${module}: the licence is not ${license}`);
  const parts = [...(license === 'MIT' ? [text] : []), ...read(/^NOTICE/i)];
  return [`${module} ${version}: ${license}`, ...parts].join('\n\n');
}
