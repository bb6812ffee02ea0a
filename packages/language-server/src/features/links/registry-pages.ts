/**
 * The page about a repository, as its registry lays them out; undefined for registries that have none, or none that is
 * known.
 */
const pages: Readonly<Record<string, (path: string) => string | undefined>> = {
  'docker.io': (path) => {
    const [namespace, name, ...more] = path.split('/');
    if (name === undefined || more.length > 0) return undefined;
    return namespace === 'library' ? `https://hub.docker.com/_/${name}` : `https://hub.docker.com/r/${path}`;
  },
  // Leads on to the package's page of the owner.
  'ghcr.io': (path) => `https://ghcr.io/${path}`,
  'quay.io': (path) => `https://quay.io/repository/${path}`,
  'gcr.io': (path) => `https://gcr.io/${path}`,
  'mcr.microsoft.com': (path) => `https://mcr.microsoft.com/artifact/mar/${path}/about`,
  'public.ecr.aws': (path) => `https://gallery.ecr.aws/${path}`,
  'registry.gitlab.com': (path) => `https://gitlab.com/${path.split('/').slice(0, 2).join('/')}/container_registry`,
};

/** `repository` is in full: `docker.io/library/nginx`. */
export function pageOf(repository: string): string | undefined {
  const slash = repository.indexOf('/');
  const registry = repository.slice(0, slash);
  return Object.hasOwn(pages, registry) ? pages[registry]!(repository.slice(slash + 1)) : undefined;
}
