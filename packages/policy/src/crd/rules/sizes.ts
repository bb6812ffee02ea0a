import type { SizeOfPath } from '../../cel/estimate/node.js';
import type { DeclType } from './decl-type.js';

/** How large values in `self` can be (schema/cel/compilation.go, sizeEstimator). */
export function sizesOf(root: DeclType): SizeOfPath {
  return ([, ...steps]) => {
    let decl: DeclType | undefined = root;
    for (const step of steps) decl = decl && stepInto(decl, step);
    return decl && { min: 0, max: decl.maxElements };
  };
}

const key: DeclType = { kind: 'object', fields: new Map(), maxElements: 0, minSize: 0 };

function stepInto(decl: DeclType, step: string): DeclType | undefined {
  if (step === '@items' || step === '@values') return 'element' in decl ? decl.element : undefined;
  // Keys are texts of which nobody says how long they are.
  if (step === '@keys') return decl.kind === 'map' ? key : undefined;
  return decl.kind === 'object' ? decl.fields.get(step) : undefined;
}
