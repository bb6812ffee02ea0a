// A registry on this machine that has packages of ours before they are published, and sends whoever asks for another one to
// the registry that npm is set to use.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { must, root, temporaryFolder } from './kit.mjs';

/** Packs a copy of a package, so that nobody who uses the package meanwhile sees it change. @returns the tarball */
export function packed(context, name) {
  const tree = temporaryFolder(context);
  const folder = path.join(tree, 'packages', name);
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(root, 'scripts/pack.mjs'), path.join(tree, 'scripts/pack.mjs'));
  for (const file of ['package.json', 'bundle'])
    cpSync(path.join(root, 'packages', name, file), path.join(folder, file), { recursive: true });
  const { stdout } = must('npm', ['pack', '--silent'], { cwd: folder });
  return path.join(folder, stdout.trim().split('\n').at(-1));
}

/** The text of a file in a tarball. */
export function textIn(tarball, file) {
  return must('tar', ['--extract', '--to-stdout', '--file', tarball, `package/${file}`]).stdout;
}

/** @returns the address of a registry that has these tarballs, for as long as the test runs */
export async function registryWith(context, tarballs) {
  const upstream = must('npm', ['config', 'get', 'registry']).stdout.trim().replace(/\/$/, '');
  const ours = new Map(tarballs.map((tarball) => [nameOf(tarball), tarball]));
  const server = createServer(({ url }, response) => {
    const [name, file] = decodeURIComponent(url).slice(1).split('/-/');
    const tarball = ours.get(name);
    if (!tarball) response.writeHead(302, { location: upstream + url }).end();
    else if (file) response.end(readFileSync(tarball));
    else response.end(JSON.stringify(packument(tarball, `http://localhost:${server.address().port}`)));
  });
  await new Promise((done) => server.listen(0, 'localhost', done));
  context.after(() => server.close());
  return `http://localhost:${server.address().port}`;
}

function nameOf(tarball) {
  return JSON.parse(textIn(tarball, 'package.json')).name;
}

function packument(tarball, address) {
  const manifest = JSON.parse(textIn(tarball, 'package.json'));
  const { name, version } = manifest;
  const integrity = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
  const dist = { tarball: `${address}/${name}/-/${path.basename(tarball)}`, integrity };
  return { name, 'dist-tags': { latest: version }, versions: { [version]: { ...manifest, dist } } };
}

/** Runs a line as a user types it. Others may go on meanwhile, the registry above all. */
export function typed(line, { cwd, registry }) {
  const env = { ...process.env, npm_config_registry: registry, npm_config_audit: 'false', npm_config_fund: 'false' };
  return new Promise((resolve, reject) => {
    const child = spawn('sh', ['-c', line], { cwd, env });
    const said = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr']) child[stream].on('data', (data) => (said[stream] += data));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, ...said }));
  });
}
