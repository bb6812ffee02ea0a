import type { KubernetesVersion } from '@podlint/model';
import { hash64 } from '../findings/hash64.js';
import type { SessionFile } from './session-file.js';

/** What is known of the objects of files that no build takes in, which are judged together with those of builds. */
export class PlainFacts {
  private known = new Map<string, string>();

  forget(): void {
    this.known.clear();
  }

  /**
   * Whether they are others than at the last call.
   * @param moved paths of the files whose text is another one since then
   */
  haveChanged(
    plain: readonly SessionFile[],
    versions: readonly KubernetesVersion[],
    moved: ReadonlySet<string>,
  ): boolean {
    const asked = versions.map(({ name }) => name).join();
    const before = this.known;
    let hasChanged = before.get('') !== asked;
    const now = new Map([['', asked]]);
    for (const { path, file } of plain) {
      const known = moved.has(path) ? undefined : before.get(path);
      const facts = known ?? hash64(JSON.stringify(file.facts));
      hasChanged ||= before.get(path) !== facts;
      now.set(path, facts);
    }
    this.known = now;
    return hasChanged || now.size !== before.size;
  }
}
