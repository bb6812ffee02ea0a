import type { FileSource, SourceFile } from '../files/file-tree.js';
import { cloneNode, type YNode } from '../node/node.js';
import { fileSource } from '../origin/text-source.js';
import { fileText } from '../read/file-text.js';
import { readJson, type JsonFile } from '../read/json-file.js';
import { readResources } from '../read/resources.js';
import { OpenApi } from '../schema/open-api.js';
import type { Mark } from '../transform/context.js';
import type { Accumulator } from './accumulator.js';

/** What was read of a tree's files, for every build of it. */
export class ReadFiles {
  private readonly jsonFiles = new Map<SourceFile, JsonFile>();
  private readonly objects = new Map<SourceFile, readonly YNode[]>();

  json(file: SourceFile): JsonFile {
    let json = this.jsonFiles.get(file);
    if (!json) {
      json = readJson(file);
      this.jsonFiles.set(file, json);
    }
    return json;
  }

  /** The objects of a file, each time as nodes of their own. */
  resources(file: SourceFile): YNode[] {
    let objects = this.objects.get(file);
    if (!objects) {
      const text = fileText(file);
      objects = readResources(text, { start: 0, end: text.length }, fileSource(file.name));
      this.objects.set(file, objects);
    }
    const copies = new Map<YNode, YNode>();
    return objects.map((node) => cloneNode(node, copies));
  }
}

/** A base that was built, and every folder that it took in. */
export interface KnownBase {
  readonly accumulator: Accumulator;
  readonly folders: ReadonlySet<string>;
}

/** One build of one root. */
export class BuildContext {
  readonly openApi = new OpenApi();
  /** Folders that the build went into, innermost list last. */
  private readonly visits: Set<string>[] = [];

  constructor(
    readonly tree: FileSource,
    readonly read: ReadFiles,
    /** Undefined: bases are not kept. */
    readonly bases: Map<string, KnownBase> | undefined,
    readonly mark: Mark = () => undefined,
  ) {}

  /** Runs something, and tells the folders that it went into. */
  watchFolders<T>(run: () => T): { result: T; folders: ReadonlySet<string> } {
    const folders = new Set<string>();
    this.visits.push(folders);
    try {
      return { result: run(), folders };
    } finally {
      this.visits.pop();
    }
  }

  visit(folders: Iterable<string>): void {
    for (const folder of folders) for (const visited of this.visits) visited.add(folder);
  }
}
