const schemes = ['ssh://', 'https://', 'http://', 'file://'];

/** True for what kustomize takes for the address of a git repository (repospec.go, NewRepoSpecFromURL). */
export function isRepositoryUrl(address: string): boolean {
  if (address.startsWith('/')) return false;
  const rest = afterHost(address.split('?', 1)[0]!);
  return rest !== undefined && hasRepository(rest.path, rest.isLocal);
}

function afterHost(address: string): { path: string; isLocal: boolean } | undefined {
  const stripped = address.replace(/^git::/i, '');
  const scheme = schemes.find((name) => stripped.toLowerCase().startsWith(name)) ?? '';
  const withUser = stripped.slice(scheme.length);
  const user = /^[a-zA-Z][a-zA-Z0-9-]*@/.exec(withUser)?.[0] ?? '';
  const name = withUser.slice(user.length);
  const isGithub = /^github\.com[/:]/i.test(name);
  const isScp = scheme === '' && (user !== '' || isGithub);
  if (scheme === '' && !isScp) return undefined;
  if (scheme === 'file://') return { path: withUser, isLocal: true };
  const at = hostEnd(name, isScp);
  const host = at < 0 ? name : name.slice(0, at + 1);
  return host === '' && !isGithub ? undefined : { path: at < 0 ? '' : name.slice(at + 1), isLocal: false };
}

function hostEnd(name: string, isScp: boolean): number {
  const slash = name.indexOf('/');
  const colon = isScp ? name.indexOf(':') : -1;
  return slash === -1 || (colon > 0 && colon < slash) ? (isScp ? colon : slash) : slash;
}

function hasRepository(path: string, isLocal: boolean): boolean {
  const [repository, inside] = splitRepository(path, isLocal) ?? ['', ''];
  if (repository === '') return false;
  return !/^(?:\.\/)*\.\.(?:\/|$)/.test(inside.replace(/^\//, ''));
}

function splitRepository(path: string, isLocal: boolean): [string, string] | undefined {
  const azure = path.indexOf('_git/');
  if (azure >= 0) {
    const [name = '', ...rest] = path.slice(azure + 5).split('/');
    return [path.slice(0, azure + 5) + name, rest.join('/')];
  }
  const double = path.indexOf('//');
  if (double >= 0) return [path.slice(0, double), path.slice(double + 2)];
  const suffix = path.indexOf('.git');
  if (suffix >= 0) return [path.slice(0, suffix + 4), path.slice(suffix + 4)];
  if (isLocal) return [path, ''];
  const parts = path.split('/');
  return parts.length < 2 ? undefined : [parts.slice(0, 2).join('/'), parts.slice(2).join('/')];
}
