import { existsSync } from 'node:fs';
import path from 'node:path';
import createIgnore, { type Ignore } from 'ignore';
import { foundText } from './found-file.js';

/** The rules of one ignore file, and the folder that their patterns are relative to. */
interface IgnoreRules {
  readonly folder: string;
  readonly rules: Ignore;
}

/** The ignore files that hold in a folder, the nearest first: as in git, the nearest one with an opinion decides. */
export type IgnoreChain = readonly IgnoreRules[];

/** Patterns in .gitignore's language, relative to a folder. */
export function ignoreRules(folder: string, patterns: string | readonly string[]): IgnoreRules {
  return { folder, rules: createIgnore({ ignorecase: false }).add(patterns) };
}

/** The chain with a folder's own .gitignore put in front. */
export function withGitignoreOf(folder: string, chain: IgnoreChain): IgnoreChain {
  return withIgnoreFile(path.join(folder, '.gitignore'), folder, chain);
}

/**
 * What holds for a folder from outside: .gitignore files from the repository's root down to its parent, and
 * .git/info/exclude.
 */
export function inheritedIgnores(folder: string): IgnoreChain {
  const parents = parentsInRepository(folder);
  const top = parents.at(-1);
  if (top === undefined) return [];
  let chain = withIgnoreFile(path.join(top, '.git/info/exclude'), top, []);
  for (const parent of parents.toReversed()) if (parent !== folder) chain = withGitignoreOf(parent, chain);
  // A folder that the user named is checked even where the repository ignores it.
  return isIgnored(folder, 'folder', chain) ? [] : chain;
}

export function isIgnored(absolute: string, type: 'file' | 'folder', chain: IgnoreChain): boolean {
  for (const { folder, rules } of chain) {
    const relative = relativeTo(folder, absolute);
    if (relative === undefined) continue;
    const verdict = rules.test(type === 'folder' ? `${relative}/` : relative);
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}

function withIgnoreFile(file: string, folder: string, chain: IgnoreChain): IgnoreChain {
  try {
    return [ignoreRules(folder, foundText(file)), ...chain];
  } catch {
    // Absent, or unreadable: git goes on without it too.
    return chain;
  }
}

/** The folder and its parents up to the one that holds `.git`; empty outside a repository. */
function parentsInRepository(folder: string): string[] {
  const folders: string[] = [];
  for (let current = folder; ; current = path.dirname(current)) {
    folders.push(current);
    if (existsSync(path.join(current, '.git'))) return folders;
    if (path.dirname(current) === current) return [];
  }
}

/** With forward slashes; undefined for the folder itself and for what is not in it. */
function relativeTo(folder: string, absolute: string): string | undefined {
  const prefix = folder.endsWith(path.sep) ? folder : folder + path.sep;
  return absolute.startsWith(prefix) && absolute.length > prefix.length
    ? absolute.slice(prefix.length).replaceAll(path.sep, '/')
    : undefined;
}
