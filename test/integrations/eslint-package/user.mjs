// A user who has installed the packed plugin from a registry, beside one version of ESLint, into an empty folder.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { writeFiles } from '../kit.mjs';
import { typed } from '../registry.mjs';

export class User {
  constructor(folder, registry) {
    this.folder = folder;
    this.registry = registry;
  }

  type(line) {
    return typed(line, { cwd: this.folder, registry: this.registry });
  }

  write(files) {
    writeFiles(this.folder, files);
  }

  /** A block of code says in its first line what the file is called. */
  save(text) {
    const [, name] = /^\/\/ (\S+)\n/.exec(text);
    this.write({ [name]: text });
  }

  read(name) {
    return readFileSync(path.join(this.folder, name), 'utf8');
  }

  /** `deploy/pod.yaml 9 podlint/schema/unknown-field error` */
  async found(line = 'npx eslint .') {
    const { stdout, stderr } = await this.type(`${line} --format json`);
    assert.equal(stderr, '', 'ESLint has nothing to complain of');
    return JSON.parse(stdout)
      .flatMap(({ filePath, messages }) =>
        messages.map(({ ruleId, line: at, severity }) => {
          const file = path.relative(this.folder, filePath);
          return `${file} ${at} ${ruleId} ${severity === 2 ? 'error' : 'warning'}`;
        }),
      )
      .sort();
  }
}
