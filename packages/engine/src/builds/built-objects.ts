import type { BuildFailure, ProjectBuild } from '@podlint/kustomize/project';
import type { JsonValue } from '@podlint/syntax';
import type { SourceFile } from '../documents/source-file.js';
import { candidatesOf } from './candidates.js';
import type { BuiltObjects, SaidAt, SetAt } from './hook.js';

/** A build, for who looks at its objects one by one. */
export class ObjectsOfBuild implements BuiltObjects {
  constructor(
    private readonly build: ProjectBuild,
    private readonly kustomization: string,
    readonly source: Extract<SourceFile, { readonly text: string }>,
  ) {}

  get leftOut(): readonly SaidAt[] {
    return this.build.leftOut.map(({ failure }) => saidAt(failure));
  }

  get isWhole(): boolean {
    return this.build.leftOut.every(({ effect }) => effect === 'adds');
  }

  placeOf(object: number): SetAt | undefined {
    const place = this.build.objects[object]?.place;
    return place && { ...place, extent: 'start' };
  }

  get values(): readonly JsonValue[] {
    return this.build.objects.map(({ value }) => value);
  }

  hasHashedName(object: number): boolean {
    const steps = this.build.written.stepsAt(object, ['metadata', 'name']);
    return steps.some(({ kind }) => kind === 'HashTransformer');
  }

  placesOf(object: number, path: readonly (string | number)[], offset: number): readonly SetAt[] {
    return candidatesOf(this.build.written.originOf(object, [...path], offset), this.kustomization);
  }
}

export function saidAt({ said, place }: BuildFailure): SaidAt {
  return { message: said, at: place && { ...place, extent: 'start' } };
}
