/** What the server or its controllers write: nobody types it, though the field is there. */
const fieldsByOwner: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    'meta.v1.ObjectMeta',
    new Set([
      'creationTimestamp',
      'deletionGracePeriodSeconds',
      'deletionTimestamp',
      'generation',
      'managedFields',
      'ownerReferences',
      'resourceVersion',
      'selfLink',
      'uid',
    ]),
  ],
  // A new Pod cannot have any (validatePodSpec on create), and no template ever.
  ['core.v1.PodSpec', new Set(['ephemeralContainers'])],
]);

/** @param owner the definition that has the field */
export function isWrittenByServer(owner: string, name: string): boolean {
  return name === 'status' || (fieldsByOwner.get(owner)?.has(name) ?? false);
}
