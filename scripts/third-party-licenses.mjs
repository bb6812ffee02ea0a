import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Licences that allow a package to be handed on inside of one under Apache-2.0. */
const allowed = new Set(['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT']);

/** The folders of the packages in node_modules that a bundle was made from. */
export function foldersOf(inputs) {
  const folders = inputs
    .map((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1])
    .filter((folder) => folder !== undefined);
  return [...new Set(folders)];
}

/**
 * The licence texts of every package in node_modules that a bundle was made from; `inputs` are relative to `root`. Throws
 * at a licence that nobody has allowed.
 */
export function thirdPartyLicenses(root, inputs) {
  const notices = foldersOf(inputs).map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
    if (!allowed.has(license)) throw new Error(`${name} is under ${license}: is it allowed to be in the bundle?`);
    const file = readdirSync(path.join(root, folder)).find((entry) => /^licen[sc]e/i.test(entry));
    if (!file) throw new Error(`${name} comes without a licence text`);
    return `${name} ${version} (${license})\n\n${readFileSync(path.join(root, folder, file), 'utf8').trim()}\n`;
  });
  return notices.sort().join(`\n${'-'.repeat(72)}\n\n`);
}
