import { KnownDefinitions, type CustomResources, type DefinitionMeans, type SourceFile } from '@podlint/engine';
import { nextTurn } from './workspace-files.js';

/** Where no file can be read, nothing is carried along either: it is packed as only Node unpacks it. */
const meansWithoutDisk: DefinitionMeans<CustomResources> = {
  carried: () => Promise.resolve([]),
  maker: async () => {
    const { definedResources } = await import('@podlint/policy');
    return (definitions) => ({ ...definedResources(definitions), name: '' });
  },
};

/** Hands on what judges custom resources whenever the files of the workspace make that something else. */
export class Definitions {
  private readonly known: KnownDefinitions;
  private settling: Promise<void> | undefined;

  constructor(
    means: DefinitionMeans<CustomResources> = meansWithoutDisk,
    private readonly changed: (resources: CustomResources | undefined) => void,
  ) {
    this.known = new KnownDefinitions(means);
  }

  /** A file says that from now on; only its path: nothing. */
  given(file: SourceFile | string): void {
    if (typeof file === 'string') this.known.remove(file);
    else this.known.set(file);
    this.settle();
  }

  /** The definitions in the files that configs name. */
  named(definitions: readonly object[]): void {
    this.known.give('crds', definitions);
    this.settle();
  }

  /** Undefined: what is known was handed on. */
  get waiting(): Promise<void> | undefined {
    return this.settling;
  }

  private settle(): void {
    if (this.known.isSettled || this.settling) return;
    this.settling = this.settled().finally(() => (this.settling = undefined));
    void this.settling.then(() => this.settle());
  }

  /** Files come in swarms. What cannot be loaded leaves all as it was. */
  private async settled(): Promise<void> {
    await nextTurn();
    try {
      await this.known.settle();
    } finally {
      this.changed(this.known.current);
    }
  }
}
