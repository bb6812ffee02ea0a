import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { readFound } from '../found-file.js';

/** The addresses of the repository that a folder is in, as its own settings have them. No program is run. */
export function remotesOf(folder: string): readonly string[] {
  for (let at = folder; ; at = path.dirname(at)) {
    const git = path.join(at, '.git');
    if (existsSync(git)) return addressesIn(textOf(path.join(commonFolder(git), 'config')));
    if (path.dirname(at) === at) return [];
  }
}

/** Of a worktree and of a submodule `.git` is a file that names the folder (gitrepository-layout). */
function commonFolder(git: string): string {
  if (statSync(git).isDirectory()) return git;
  const [, named = ''] = /^gitdir:[ \t]*(\S.*)$/m.exec(textOf(git)) ?? [];
  const folder = path.resolve(path.dirname(git), named.trim());
  const common = textOf(path.join(folder, 'commondir')).trim();
  return common === '' ? folder : path.resolve(folder, common);
}

/** `url` in the sections `[remote "..."]`. */
function addressesIn(config: string): string[] {
  const addresses: string[] = [];
  let isRemote = false;
  for (const line of config.split(/\r?\n/)) {
    if (/^\s*\[/.test(line)) isRemote = /^\s*\[remote\s+"/i.test(line);
    const [, address] = /^\s*url\s*=\s*"?([^"\s]+)/i.exec(line) ?? [];
    if (isRemote && address !== undefined) addresses.push(address);
  }
  return addresses;
}

function textOf(file: string): string {
  const content = readFound(file);
  return content && 'text' in content ? content.text : '';
}
