/** What kustomize puts behind the names of ConfigMaps and Secrets that it generates (api/hasher, encode). */
const hash = /-[2456789bcdfghkmt]{10}$/;

/** The name that its author knows: without the hash of a generated object. */
export function authoredName(kind: string, name: string): string {
  return kind === 'ConfigMap' || kind === 'Secret' ? name.replace(hash, '') : name;
}
