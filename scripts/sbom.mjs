import { readFileSync } from 'node:fs';
import path from 'node:path';
import { foldersOf } from './third-party-licenses.mjs';

/**
 * What a bundle was made from, as CycloneDX 1.6: the packages of others in it, with their versions, licences, and the
 * hashes of their tarballs as the lockfile has them. The same for the same build: it has no time and no number of its own.
 * @param root of the repository
 * @param manifest of the bundle
 * @param inputs of the bundle, relative to `root`
 */
export function sbom(root, manifest, inputs) {
  const lock = readFileSync(path.join(root, 'pnpm-lock.yaml'), 'utf8');
  const components = foldersOf(inputs)
    .map((folder) => componentOf(JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')), lock))
    .sort((a, b) => (a.purl < b.purl ? -1 : 1));
  const own = { name: manifest.name, version: manifest.version, purl: purlOf(manifest), 'bom-ref': purlOf(manifest) };
  const refs = components.map((component) => component['bom-ref']);
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', ...own, licenses: licensesOf(manifest) } },
    components,
    dependencies: [{ ref: own['bom-ref'], dependsOn: refs }, ...refs.map((ref) => ({ ref }))],
  };
}

function componentOf(manifest, lock) {
  const purl = purlOf(manifest);
  return {
    type: 'library',
    'bom-ref': purl,
    name: manifest.name,
    version: manifest.version,
    purl,
    licenses: licensesOf(manifest),
    hashes: [{ alg: 'SHA-512', content: integrityOf(manifest, lock) }],
  };
}

/** `pkg:npm/%40eslint/plugin-kit@0.7.3` */
function purlOf({ name, version }) {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

/** SPDX names of one licence, or an expression of several. */
function licensesOf({ license }) {
  return /^[\w.+-]+$/.test(license) ? [{ license: { id: license } }] : [{ expression: license }];
}

/** In hexadecimal; throws where the lockfile does not have the package. */
function integrityOf({ name, version }, lock) {
  const key = `${name}@${version}`;
  const [, base64] =
    new RegExp(`^ {2}'?${escaped(key)}'?:\\n {4}resolution: \\{integrity: sha512-([\\w+/=]+)`, 'm').exec(lock) ?? [];
  if (base64 === undefined) throw new Error(`the lockfile has no hash of ${key}`);
  return Buffer.from(base64, 'base64').toString('hex');
}

function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
