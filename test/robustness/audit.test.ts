// What decides on weaknesses and licences of the packages that are built in: tried with a registry and a package of the test's own.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { root } from '../scenarios/run.js';

const bundledName = (
  JSON.parse(readFileSync(path.join(root, 'packages/cli/bundle/sbom.cdx.json'), 'utf8')) as {
    components: readonly { name: string }[];
  }
).components[0]!.name;

type Advisories = Readonly<Record<string, readonly { severity: string; title: string; url: string }[]>>;
const of = (name: string, severity: string): Advisories => ({
  [name]: [{ severity, title: 'It can be made to wait', url: 'https://example.com/1' }],
});

describe('the look for known weaknesses', () => {
  /** What is known, by name, and what was asked. */
  let known: Advisories = {};
  const asked: Readonly<Record<string, readonly string[]>>[] = [];
  let server: Server;
  before(async () => {
    server = createServer((request, response) => {
      const body: Buffer[] = [];
      request.on('data', (part: Buffer) => body.push(part));
      request.on('end', () => {
        const names = JSON.parse(Buffer.concat(body).toString()) as (typeof asked)[number];
        asked.push(names);
        response.end(JSON.stringify(Object.fromEntries(Object.entries(known).filter(([name]) => name in names))));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  after(() => {
    server.close();
  });
  const registry = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const audit = (at: string): Promise<{ readonly code: number; readonly stdout: string }> =>
    new Promise((resolve) => {
      const env = { ...process.env, npm_config_registry: at };
      execFile(process.execPath, [path.join(root, 'scripts/audit.mjs')], { env }, (error, stdout) => {
        resolve({ code: error ? Number(error.code) : 0, stdout });
      });
    });

  test('asks of every locked package, and passes where nothing is known', async () => {
    known = {};
    asked.length = 0;
    const { code, stdout } = await audit(registry());
    assert.equal(code, 0);
    assert.match(stdout, /^\d+ published packages, 0 known weaknesses\n\d+ other packages, 0 known weaknesses\n$/);
    const [published, others] = asked;
    assert.ok(published && bundledName in published);
    assert.ok(others && Object.keys(others).includes('eslint') && Object.keys(others).length > 150);
  });

  test('fails for a grave one of what is published, and tells the others', async () => {
    known = { ...of(bundledName, 'high'), ...of('eslint', 'critical') };
    const both = await audit(registry());
    assert.equal(both.code, 1);
    assert.ok(both.stdout.startsWith(`high: ${bundledName}: It can be made to wait https://example.com/1\n`));
    assert.match(both.stdout, /^critical: eslint: .* \(not published\)$/m);
    known = of('eslint', 'critical');
    assert.equal((await audit(registry())).code, 0);
    known = of(bundledName, 'moderate');
    assert.equal((await audit(registry())).code, 0);
  });

  test('passes where nobody answers, and says that nothing was looked up', async () => {
    const { code, stdout } = await audit('http://127.0.0.1:1/');
    assert.equal(code, 0);
    assert.match(stdout, /^known weaknesses were not looked up, since nobody answers for the registry: .+\n$/);
  });
});

describe('licences of what is built in', () => {
  const top = mkdtempSync(path.join(tmpdir(), 'podlint-licences-'));
  after(() => {
    rmSync(top, { recursive: true, force: true });
  });
  const folder = path.join(top, 'node_modules/thing');
  const licencesWith = async (license: string | undefined): Promise<string> => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'thing', version: '1.0.0', license }));
    const { thirdPartyLicenses } = (await import(
      pathToFileURL(path.join(root, 'scripts/third-party-licenses.mjs')).href
    )) as { thirdPartyLicenses: (root: string, inputs: readonly string[]) => string };
    return thirdPartyLicenses(top, ['node_modules/thing/index.js']);
  };

  test('a licence that is not allowed, or none, ends the build', async () => {
    await assert.rejects(licencesWith('GPL-3.0-only'), /^Error: thing is under GPL-3\.0-only: is it allowed/);
    await assert.rejects(licencesWith(undefined), /^Error: thing is under undefined: is it allowed/);
    await assert.rejects(licencesWith('MIT'), /^Error: thing comes without a licence text$/);
    writeFileSync(path.join(folder, 'LICENSE'), 'As you like.');
    assert.equal(await licencesWith('MIT'), 'thing 1.0.0 (MIT)\n\nAs you like.\n');
  });
});
