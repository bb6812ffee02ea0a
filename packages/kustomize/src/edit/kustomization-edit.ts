import type { JsonValue } from '@podlint/syntax';
import type { KeyPath } from '../node/key-path.js';
import type { Place } from '../origin/place.js';

/** What is set in a kustomization before it is built, as `kustomize edit` sets it. */
export interface KustomizationEdit {
  readonly namePrefix?: string | undefined;
  readonly nameSuffix?: string | undefined;
  readonly namespace?: string | undefined;
  /** As `kustomize edit set image` takes them: `name=newName:newTag`. */
  readonly images?: readonly string[] | undefined;
  readonly replicas?: readonly { readonly name: string; readonly count: number }[] | undefined;
  readonly labels?: AddedPairs | undefined;
  readonly annotations?: AddedPairs | undefined;
  /** Added to those that are there. */
  readonly patches?: readonly JsonValue[] | undefined;
  /** The file that says all this. */
  readonly text: string;
  /** Where a part of it stands in that file. */
  placeOf(path: KeyPath): Place;
  /** What a part of it is called there. */
  fieldOf(path: KeyPath): KeyPath;
}

interface AddedPairs {
  readonly pairs: Readonly<Record<string, string>>;
  /** One that is there already is replaced; without it, that is a mistake. */
  readonly force: boolean;
  /** Of labels: they are not added to selectors. */
  readonly withoutSelector?: boolean;
  readonly includeTemplates?: boolean;
}
