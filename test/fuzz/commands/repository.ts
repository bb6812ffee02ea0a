import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { podlint } from '../../scenarios/command.js';
import { calls, type Call } from './calls.js';
import { repository } from './files.js';
import { changed, type Disturbance } from './input.js';

/** Seconds of work that no call may take. */
const longest = 10;

/** The files of files.ts in a folder of their own, with reports of themselves; each disturbance is taken back. */
export class Repository {
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'podlint-fuzz-'));
  private readonly texts = new Map(Object.entries(repository));

  private constructor() {
    this.restore();
  }

  static async make(): Promise<Repository> {
    const made = new Repository();
    for (const format of ['json', 'sarif']) {
      const { stdout } = await podlint(made.folder, ['check', '.', '--level', 'info', '--format', format]);
      made.texts.set(`report.${format}`, stdout);
    }
    await podlint(made.folder, ['check', '.', '--write-baseline=baseline.json']);
    made.texts.set('baseline.json', readFileSync(made.at('baseline.json'), 'utf8'));
    made.restore();
    return made;
  }

  /** Throws where the command ends as it never may: with a fault of its own, in no time, or with an answer that nobody can read. */
  async prove({ changes, call: choice }: Disturbance): Promise<void> {
    const names = [...this.texts.keys()];
    const others = [...this.texts.values()];
    const written = new Map<string, string>();
    for (const change of changes) {
      const name = names[change.file % names.length]!;
      written.set(name, changed(written.get(name) ?? this.texts.get(name)!, others, change));
    }
    const [first = ''] = written.keys();
    const able = calls.filter(({ reads }) => reads.test(first));
    const call = able[choice % able.length] ?? calls[choice % calls.length]!;
    for (const [name, text] of written) writeFileSync(this.at(name), text);
    try {
      await this.answers(call);
    } catch (error) {
      const files = [...written].map(([name, text]) => `${name}:\n${text}`).join('\n');
      throw new Error(`podlint ${call.args.join(' ')}: ${(error as Error).message}\n${files}`, { cause: error });
    } finally {
      this.restore();
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async answers({ args, in: below = '.', input }: Call): Promise<void> {
    const before = process.cpuUsage().user;
    const stdin = input === undefined ? '' : readFileSync(this.at(input), 'utf8');
    const { status, stdout, stderr } = await podlint(this.at(below), args, stdin);
    const seconds = (process.cpuUsage().user - before) / 1e6;
    assert.ok([0, 1, 2].includes(status), `it ended with ${status}\n${stderr}\n${stdout.slice(0, 2000)}`);
    assert.ok(!stdout.includes('internal/fault'), stdout);
    assert.ok(seconds < longest, `it took ${seconds} s`);
    if (args.includes('json') && status < 2) JSON.parse(stdout);
  }

  private at(name: string): string {
    return path.join(this.folder, name);
  }

  /** Only what was changed or added is written anew. */
  private restore(): void {
    for (const entry of readdirSync(this.folder, { recursive: true, withFileTypes: true })) {
      const file = path.join(entry.parentPath, entry.name);
      if (entry.isFile() && !this.texts.has(path.relative(this.folder, file).replaceAll(path.sep, '/')))
        rmSync(file, { force: true });
    }
    for (const [name, text] of this.texts) {
      mkdirSync(path.dirname(this.at(name)), { recursive: true });
      writeFileSync(this.at(name), text);
    }
  }
}
