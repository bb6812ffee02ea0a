import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Script } from 'node:vm';
import { builtin } from './builtins.js';
import type { CodeCache, MadeCode, Use } from './code-cache.js';

interface Loaded {
  readonly script: Script;
  readonly stamp: string;
  /** Whether V8 took what was kept of it. */
  readonly isKept: boolean;
}

type Body = (
  exports: object,
  require: (name: string) => unknown,
  module: { exports: object },
  filename: string,
  dirname: string,
) => void;

/** Holds the scripts that every check needs (packages/cli/scripts/bundle-command.mjs). */
const usualFile = 'usual.cjs';

/** Loads the scripts of a folder, which are CommonJS, with what V8 made of them before. */
export class Scripts {
  private readonly modules = new Map<string, { exports: object }>();
  private readonly loaded = new Map<string, Loaded>();
  private usual: Readonly<Record<string, Body>> | undefined;

  constructor(
    private readonly folder: string,
    private readonly cache: CodeCache | undefined,
  ) {}

  /** What a script of the folder exports. It runs at the first call. */
  load(name: string): object {
    const known = this.modules.get(name);
    if (known) return known.exports;
    const module = { exports: {} };
    this.modules.set(name, module);
    const require = (other: string): unknown =>
      other.startsWith('./') ? this.load(other.slice('./'.length)) : builtin(other);
    this.bodyOf(name)(module.exports, require, module, `${this.folder}${path.sep}${name}`, this.folder);
    return module.exports;
  }

  private bodyOf(name: string): Body {
    this.usual ??= this.run(usualFile, (text) => text) as Readonly<Record<string, Body>>;
    if (Object.hasOwn(this.usual, name)) return this.usual[name] as Body;
    return this.run(name, (text) => `(function(exports,require,module,__filename,__dirname){${text}\n})`) as Body;
  }

  private run(name: string, sourceOf: (text: string) => string): unknown {
    const file = path.join(this.folder, name);
    const stamp = stampOf(file) ?? '';
    const cachedData = this.cache?.find(name, stamp);
    // The build writes nothing but ASCII, and V8 keeps one byte for each character of such a text.
    const source = sourceOf(readFileSync(file, 'latin1'));
    const script = new Script(source, { filename: file, ...(cachedData && { cachedData }) });
    this.loaded.set(name, { script, stamp, isKept: script.cachedDataRejected === false });
    return script.runInThisContext();
  }

  /**
   * Keeps what V8 has made of all scripts by now, if any of them was compiled in this run, or if the run did more than
   * those before.
   */
  keepCode(use: Use): void {
    const { cache } = this;
    if (!cache || !this.isMore(use, cache)) return;
    const made = [...this.loaded].map(([name, { script, stamp, isKept }]): [string, MadeCode] => [
      name,
      { stamp, use: isKept ? larger(use, cache.useOf(name)) : use, data: script.createCachedData() },
    ]);
    cache.keep(new Map(made), (name) => stampOf(path.join(this.folder, name)));
  }

  private isMore(use: Use, cache: CodeCache): boolean {
    return (
      [...this.loaded.values()].some(({ isKept }) => !isKept) ||
      (use === 'judging' && cache.useOf(usualFile) !== 'judging')
    );
  }
}

function larger(use: Use, other: Use | undefined): Use {
  return use === 'judging' || other === 'judging' ? 'judging' : 'other';
}

/** What tells one state of a file from another; undefined where there is none. */
function stampOf(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found && `${found.size} ${found.mtimeMs}`;
}
