import {
  AdmissionObjects,
  KnownDefinitions,
  type CustomResources,
  type DefinitionMeans,
  type SourceFile,
} from '@podlint/engine';
import type { NamedInConfigs } from './platform.js';
import { nextTurn } from '../service/index.js';

/** Where no file can be read, nothing is carried along either: it is packed as only Node unpacks it. */
const meansWithoutDisk: DefinitionMeans<CustomResources> = {
  carried: () => Promise.resolve([]),
  maker: async () => {
    const { definedResources, runAdmission } = await import('@podlint/policy');
    return (definitions, admission) => ({
      ...definedResources(definitions),
      name: '',
      admission: admission && runAdmission({ definitions, ...admission }),
    });
  },
};

/** Hands on what judges objects by others whenever the files of the workspace make that something else. */
export class Definitions {
  private readonly known: KnownDefinitions;
  private readonly admission = new AdmissionObjects();
  /** Whether there may be other objects that decide on others than were handed on. */
  private isAdmissionStale = false;
  private admissionKey = '';
  private settling: Promise<void> | undefined;

  constructor(
    means: DefinitionMeans<CustomResources> = meansWithoutDisk,
    private readonly changed: (resources: CustomResources | undefined) => void,
  ) {
    this.known = new KnownDefinitions(means);
  }

  /** A file says that from now on; only its path: nothing. */
  given(file: SourceFile | string): void {
    if (typeof file === 'string') {
      this.known.remove(file);
      this.admission.remove(file);
    } else {
      this.known.set(file);
      this.admission.set(file);
    }
    this.isAdmissionStale = true;
    this.settle();
  }

  /** What is in the files that configs name: definitions, and what decides on others. */
  named({ definitions, policies, plugins }: NamedInConfigs): void {
    this.known.give('crds', definitions);
    this.admission.give(policies);
    this.admission.enable(plugins);
    this.isAdmissionStale = true;
    this.settle();
  }

  /** Undefined: what is known was handed on. */
  get waiting(): Promise<void> | undefined {
    return this.settling;
  }

  private settle(): void {
    if (this.isSettled || this.settling) return;
    this.settling = this.settled().finally(() => (this.settling = undefined));
    void this.settling.then(() => this.settle());
  }

  /** While nothing decides on others, that costs nothing. */
  private get isSettled(): boolean {
    const isNothing = this.admissionKey === '' && !this.admission.isNeeded;
    return this.known.isSettled && (isNothing || !this.isAdmissionStale);
  }

  /** Objects that are what they were before leave all as it was. */
  private gather(): void {
    this.isAdmissionStale = false;
    const admission = this.admission.gather();
    const key = admission ? JSON.stringify(admission) : '';
    if (key === this.admissionKey) return;
    this.admissionKey = key;
    this.known.setAdmission(admission);
  }

  /** Files come in swarms. What cannot be loaded leaves all as it was. */
  private async settled(): Promise<void> {
    await nextTurn();
    this.gather();
    try {
      await this.known.settle();
    } finally {
      this.changed(this.known.current);
    }
  }
}
