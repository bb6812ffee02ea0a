import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { skaffoldNames, skaffoldOf, type FileSettings } from '@podlint/engine';
import { pushAll } from '@podlint/plain';
import { Bounds } from './bounds.js';
import { readFile } from './read.js';
import { statsAt } from './stats.js';

/** Bytes: nobody writes a longer one. */
const sizeLimit = 1024 * 1024;

/**
 * The images that a builder makes and puts in with a tag of its own: those of the `skaffold.yaml` in the folder of a file
 * and of those above it, up to the top of its repository. Reads each file once.
 */
export class BuiltImages {
  private readonly ofFolders = new Map<string, readonly string[]>();
  private readonly withImages = new WeakMap<FileSettings, Map<readonly string[], FileSettings>>();
  private readonly bounds: Bounds;

  constructor(cwd: string) {
    this.bounds = new Bounds(cwd);
  }

  /** The settings of a file with what is built around it. Equal ones are one object. */
  addedTo(settings: FileSettings, absolute: string): FileSettings {
    const images = this.of(path.dirname(absolute));
    if (images.length === 0) return settings;
    const known = this.withImages.get(settings) ?? new Map<readonly string[], FileSettings>();
    const builtImages = [...new Set([...(settings.builtImages ?? []), ...images])];
    const added = known.get(images) ?? { ...settings, builtImages };
    this.withImages.set(settings, known.set(images, added));
    return added;
  }

  private of(folder: string): readonly string[] {
    let images = this.ofFolders.get(folder);
    if (!images) this.ofFolders.set(folder, (images = this.find(folder)));
    return images;
  }

  private find(folder: string): readonly string[] {
    const parent = path.dirname(folder);
    const isTop = parent === folder || existsSync(path.join(folder, '.git'));
    const above = isTop ? none : this.of(parent);
    const file = skaffoldIn(folder);
    return file === undefined ? above : [...new Set([...above, ...this.imagesIn(file)])];
  }

  /** With those of the modules that it requires, and that they require. */
  private imagesIn(file: string): string[] {
    const files = new Set([file]);
    const images: string[] = [];
    for (const one of files) {
      const said = this.read(one, file);
      pushAll(images, said.images);
      for (const other of said.requires) {
        const required = path.resolve(path.dirname(one), other);
        files.add(isFolder(required) ? (skaffoldIn(required) ?? required) : required);
      }
    }
    return images;
  }

  private read(file: string, from: string): ReturnType<typeof skaffoldOf> {
    if (!existsSync(file) || !this.bounds.holds(file, from)) return nothing;
    const stats = statSync(file);
    const content = stats.isFile() && stats.size <= sizeLimit ? readFile(file) : undefined;
    return content && 'text' in content ? skaffoldOf(content.text) : nothing;
  }
}

const none: readonly string[] = [];
const nothing = { images: [], requires: [] };

function skaffoldIn(folder: string): string | undefined {
  return skaffoldNames.map((name) => path.join(folder, name)).find((file) => existsSync(file));
}

function isFolder(absolute: string): boolean {
  return statsAt(absolute)?.isDirectory() ?? false;
}
