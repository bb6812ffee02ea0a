import { objectNamed, objectOfKindBeside, type FieldReferences } from './reference.js';

/** Whom a claim for storage names. `spec`: the way to its spec. */
export function claimReferences(spec: string): readonly FieldReferences[] {
  return [
    { refersTo: objectNamed('StorageClass'), fields: [`${spec}.storageClassName`] },
    { refersTo: objectNamed('PersistentVolume'), fields: [`${spec}.volumeName`] },
    { refersTo: objectNamed('VolumeAttributesClass'), fields: [`${spec}.volumeAttributesClassName`] },
    // A claim or a snapshot whose data it starts with.
    { refersTo: objectOfKindBeside, fields: [`${spec}.dataSource.name`, `${spec}.dataSourceRef.name`] },
  ];
}
