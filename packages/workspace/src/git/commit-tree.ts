import path from 'node:path';
import { needsOf, type FileRole } from '@podlint/engine';
import type { SourceFile } from '@podlint/engine';
import type { BuildTree, FileSource, Found } from '@podlint/engine/builds';
import type { LoadedFile } from '../load.js';
import { decode } from '../read.js';
import { reasons, sizeLimit } from '../reasons.js';
import { Blobs } from './blobs.js';
import { CommitEntries, type CommitEntry } from './commit-entries.js';
import type { Git } from './git.js';
import { rolesOf } from './roles-in.js';

/** Beside manifests, builds read what they make ConfigMaps of. */
const longestBeside = 1024 * 1024;

/** A commit of a repository. */
export interface Commit {
  readonly git: Git;
  readonly id: string;
  /** As people call it. */
  readonly name: string;
  /** The working directory, from the top of the repository down, with slashes. */
  readonly prefix: string;
}

/**
 * The files of a commit, read from git's objects: nothing is checked out, and no filter of the repository's is run.
 * Paths of the tree are absolute from the top of the repository.
 */
export class CommitTree implements BuildTree {
  private readonly blobs: Blobs;
  private readonly entries: CommitEntries;
  private readonly cwd: string;
  private readonly git: Git;
  private remotes: readonly string[] | undefined;

  /** @throws GitError */
  constructor({ git, id, name, prefix }: Commit) {
    this.git = git;
    this.blobs = new Blobs(git, name);
    this.entries = new CommitEntries(git, id, this.blobs);
    this.cwd = path.posix.join('/', prefix);
  }

  /**
   * The files that are wanted, by their names from the working directory.
   * @throws GitError
   */
  files(isWanted: (name: string) => boolean): readonly LoadedFile[] {
    const wanted = [...this.entries.all].flatMap((entry) => {
      const name = this.nameOf(entry.path);
      return isWanted(name) ? [{ entry, name }] : [];
    });
    this.blobs.load(
      wanted.map(({ entry }) => entry.id),
      sizeLimit,
    );
    const roles = rolesOf(
      this,
      wanted.map(({ entry }) => entry.path),
    );
    return wanted
      .map(({ entry, name }) => this.loaded(entry, name, roles.get(entry.path)))
      .sort((a, b) => (a.source.path < b.source.path ? -1 : 1));
  }

  /** Whether there is a file or folder of that name. */
  holds(name: string): boolean {
    return this.entries.resolve(path.posix.resolve(this.cwd, name)) !== undefined;
  }

  isFolder(name: string): boolean {
    return this.entries.resolve(path.posix.resolve(this.cwd, name))?.is === 'folder';
  }

  folderOf(name: string): string {
    return path.posix.dirname(path.posix.resolve(this.cwd, name));
  }

  nameOf(place: string): string {
    return path.posix.relative(this.cwd, place) || '.';
  }

  remotesOf(): readonly string[] {
    return (this.remotes ??= this.git
      .ask('config', '--local', '--get-regexp', String.raw`^remote\..*\.url$`)
      .text.split('\n')
      .flatMap((line) => line.split(' ').slice(1)));
  }

  source(files: readonly SourceFile[]): FileSource {
    const texts = new Map(files.map((file) => [path.posix.resolve(this.cwd, file.path), file]));
    return {
      nameOf: (place) => this.nameOf(place),
      find: (place) => this.found(place, texts.get(place)),
    };
  }

  /** The text of a file; undefined where there is none. */
  textAt(place: string): string | undefined {
    const found = this.found(place, undefined);
    if (found.type !== 'file') return undefined;
    const { content } = found.file;
    return typeof content === 'string' ? content : Buffer.from(content).toString('utf8');
  }

  private found(place: string, ofRun: SourceFile | undefined): Found {
    const resolved = this.entries.resolve(place);
    if (!resolved) return { type: 'nothing' };
    if (resolved.is === 'folder') return { type: 'directory', path: resolved.path };
    const { entry } = resolved;
    const content = ofRun && 'text' in ofRun ? ofRun.text : this.contentOf(entry);
    if (content === undefined) return { type: 'nothing' };
    const name = ofRun?.path ?? this.nameOf(place);
    return { type: 'file', directory: path.posix.dirname(entry.path), file: { path: place, name, content } };
  }

  /** With everything of its folder, which is asked for next. */
  private contentOf({ id, path: file }: CommitEntry): Buffer | undefined {
    if (!this.blobs.get(id)) {
      const around = this.entries.in(path.posix.dirname(file)).map((entry) => entry.id);
      this.blobs.load(around, longestBeside);
      this.blobs.load([id], sizeLimit);
    }
    return this.blobs.get(id);
  }

  private loaded({ id }: CommitEntry, name: string, role: FileRole | undefined): LoadedFile {
    const bytes = this.blobs.get(id);
    if (!bytes) return { source: { path: name, skipped: reasons.tooLarge } };
    const content = decode(bytes);
    if ('unreadable' in content) return { source: { path: name, skipped: content.unreadable } };
    if ('skipped' in content) return { source: { path: name, skipped: content.skipped } };
    const { text } = content;
    return { source: { path: name, text, ...(role && { role }) }, needs: needsOf(text) };
  }
}
