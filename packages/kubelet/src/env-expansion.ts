/**
 * The names of the `$(NAME)` references in a text, as the kubelet finds them
 * (third_party/forked/golang/expansion/expand.go, Expand).
 * `$$` stands for a `$` that begins no reference; anything up to the next `)` is a name.
 */
export function variableReferences(text: string): string[] {
  const names: string[] = [];
  let at = text.indexOf('$');
  while (at >= 0) {
    const close = text[at + 1] === '(' ? text.indexOf(')', at + 2) : -1;
    if (close >= 0) names.push(text.slice(at + 2, close));
    at = text.indexOf('$', close >= 0 ? close + 1 : at + 2);
  }
  return names;
}

const serviceVariable =
  /^[A-Z][A-Z0-9_]*_(?:SERVICE_HOST|SERVICE_PORT(?:_[A-Z0-9_]+)?|PORT(?:_\d+_(?:TCP|UDP|SCTP)(?:_PROTO|_PORT|_ADDR)?)?)$/;
/** More than the longest has: a Service's name has at most 63 characters, a port's 15. */
const longestVariable = 128;
const ofApiServer = 'KUBERNETES_';

/**
 * Whether a variable may be there without being defined, because the kubelet makes it of a Service
 * (pkg/kubelet/envvars, FromServices).
 * Without service links only the variables of the API server's own Service are there (getServiceEnvVarMap,
 * pkg/kubelet/kubelet_pods.go).
 */
export function mayComeFromService(name: string, enableServiceLinks: boolean | undefined): boolean {
  return (
    name.length <= longestVariable &&
    serviceVariable.test(name) &&
    (enableServiceLinks !== false || name.startsWith(ofApiServer))
  );
}
