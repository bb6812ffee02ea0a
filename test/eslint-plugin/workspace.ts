/** A folder with files, where ESLint runs as a user runs it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ESLint } from 'eslint-10';

export const root = path.resolve(import.meta.dirname, '../../..');
/** What is published. */
export const bundle = path.join(root, 'packages/eslint-plugin/bundle/index.js');

/** Where the modules are that a config imports, whatever folder it stands in. */
const modules = {
  'eslint-plugin-podlint': pathToFileURL(bundle).href,
  'eslint-plugin-yml': import.meta.resolve('eslint-plugin-yml'),
  '@eslint/json': import.meta.resolve('@eslint/json'),
  '@eslint/markdown': import.meta.resolve('@eslint/markdown'),
};

/** A line of a config. */
export function importOf(name: string, module: keyof typeof modules): string {
  return `import ${name} from ${JSON.stringify(modules[module])};\n`;
}

export class Workspace {
  readonly folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'podlint-eslint-')));

  write(files: Readonly<Record<string, string>>): this {
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(this.folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    return this;
  }

  read(name: string): string {
    return readFileSync(path.join(this.folder, name), 'utf8');
  }

  run(command: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
    return spawnSync(process.execPath, [command, ...args], { cwd: this.folder, encoding: 'utf8' });
  }

  /** What ESLint's command reports as JSON. */
  lint(command: string, ...args: string[]): ESLint.LintResult[] {
    const { stdout, stderr } = this.run(command, '--format', 'json', ...args);
    if (stdout === '') throw new Error(stderr);
    return JSON.parse(stdout) as ESLint.LintResult[];
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** `a.yaml 3:7 podlint/images/latest-tag` */
export function told(results: readonly ESLint.LintResult[], folder: string): string[] {
  return results
    .flatMap(({ filePath, messages }) =>
      messages.map(
        ({ ruleId, line, column, messageId }) =>
          `${path.relative(folder, filePath)} ${line}:${column} ${ruleId ?? messageId ?? 'ESLint'}`,
      ),
    )
    .sort();
}
