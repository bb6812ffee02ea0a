import type { TextOrigin } from '@podlint/kustomize/project';
import type { SetAt } from './hook.js';

/** Where a value of a build was set: the places that can be told of, the best one first. */
export function candidatesOf({ place, extent, steps }: TextOrigin, kustomization: string): SetAt[] {
  const ofSteps = steps.toReversed().map(({ file, range, kind }) => ({ ...range, file, kind }));
  const [last] = ofSteps;
  const candidates: (Partial<SetAt> & { readonly file: string })[] = [
    ...(last && setsWithoutText.has(last.kind) ? [last] : []),
    ...(place ? [{ ...place, extent }] : []),
    ...ofSteps,
    { file: kustomization },
  ];
  return candidates.map((candidate) => {
    const { file, start = 0, end = start } = candidate;
    return { file, start, end, extent: candidate.extent ?? 'start' };
  });
}

/** Steps that set a value of which the text stands with them. */
const setsWithoutText: ReadonlySet<string> = new Set(['ImageTagTransformer']);
