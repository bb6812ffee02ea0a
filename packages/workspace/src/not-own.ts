import { existsSync } from 'node:fs';
import path from 'node:path';
import { reasons } from './reasons.js';

/**
 * Why a folder is not entered unless somebody names it, or what is in it: undefined where it is entered. Go's own tools pass over both
 * (`go help packages`: directories named `testdata`; `go mod vendor` writes `vendor/modules.txt`).
 */
export function notOwn(folder: string): string | undefined {
  const name = path.basename(folder);
  if (name === 'vendor' && existsSync(path.join(folder, 'modules.txt'))) return reasons.vendor;
  if (name === 'testdata' && isInGoModule(folder)) return reasons.testdata;
  return undefined;
}

/** Whether a file is in such a folder below another folder. */
export function isBelowNotOwn(file: string, top: string): boolean {
  const inner = path.relative(top, path.dirname(file)).split(path.sep);
  return inner.some((_, index) => {
    const folder = path.join(top, ...inner.slice(0, index + 1));
    return folder !== top && notOwn(folder) !== undefined;
  });
}

/** Up to the top of the repository. */
function isInGoModule(folder: string): boolean {
  for (let at = path.dirname(folder); ; at = path.dirname(at)) {
    if (existsSync(path.join(at, 'go.mod'))) return true;
    if (existsSync(path.join(at, '.git')) || path.dirname(at) === at) return false;
  }
}
