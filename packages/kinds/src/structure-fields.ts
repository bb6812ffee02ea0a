import { FieldPath, type Minor } from '@podlint/model';
import { fieldsOf, type Field } from '@podlint/schema';

export type StructureField = Field & { readonly name: string };

/** The fields that a definition of the structure has in a version; none for a plain type. */
export function structureFields(definition: string, minor: Minor): readonly StructureField[] {
  return fieldsOf({ kind: '', definition }, FieldPath.root, minor);
}
